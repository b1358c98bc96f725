import type { Expression, Node } from "oxc-parser";
import type { Context } from "./context.js";
import { attributeText } from "./facts.js";
import { eachChild, unwrapped } from "./nodes.js";
import { type Code, hole, joined, type Part, wideHole } from "./parts.js";

// Stands for numbers that are not known yet: where its digits are printed, those of another will be.
const probe = (index: number): number => 7_130_592_846_000 + index;

// Numbers to try whether they will: with one digit or many, and such as are printed in another unit.
const trials = [0, 7, 1000, 1500, Number.MAX_SAFE_INTEGER];

/**
 * The markup of a Datastar attribute whose value has constants and unknowns in it, like an action with an id in its URL. Its
 * source is printed now, with numbers for the unknowns; for other values it is left to the runtime.
 */
export function datastarParts(expression: Expression, name: string, tag: string, context: Context): readonly Part[] | undefined {
  const holes: Expression[] = [];
  const print = (numbers: (index: number) => unknown): string | undefined => {
    holes.length = 0;
    const value = context.evaluatePartly(expression, (node) => ({ value: numbers(holes.push(node) - 1) }));
    return value && attributeText(tag, { [name]: value.value });
  };

  const printed = print(probe);
  const [only] = holes;
  if (printed === undefined || only === undefined) return undefined;
  const choice = holes.length === 1 ? chosen(only, context, (value) => print(() => value)) : undefined;
  if (choice !== undefined) return choice;

  const pieces = printed.split(/(71305928460\d\d)/);
  const isOrdered = pieces.length === 2 * holes.length + 1 && holes.every((_, index) => pieces[2 * index + 1] === String(probe(index)));
  const filled = (numbers: (index: number) => unknown): string => pieces.map((piece, i) => (i % 2 === 0 ? piece : String(numbers((i - 1) / 2)))).join("");
  const isPlain = (numbers: (index: number) => unknown): boolean => filled(numbers) === print(numbers);
  if (!isOrdered || !trials.every((_, at) => isPlain((index) => trials[(at + index) % trials.length]))) return undefined;

  const names = holes.map((_, index) => context.parameter(index));
  const areKnown = names.map((name) => `${context.helper("isCount")}(${name})`).join(" && ");
  const known = pieces.map((piece, i): Part => (i % 2 === 0 ? piece : hole([names[(i - 1) / 2] ?? ""])));
  const other = hole([`${context.helper("anyAttribute")}(${JSON.stringify(name)}, ${withNames(expression, holes, names, context)}, ${JSON.stringify(tag)})`]);
  const markup = context.choice([areKnown], known, [other]);
  return [
    wideHole((before, after) => {
      const printer = context.function("attribute", names, () => markup.code(before, after).join(""));
      return [`${printer}(`, ...joined(holes.map((value): Code => [value]), ", "), ")"];
    }),
  ];
}

/** The markup where the only unknown is one of two constants. */
function chosen(value: Expression, context: Context, print: (value: unknown) => string | undefined): readonly Part[] | undefined {
  const node = unwrapped(value);
  if (node.type !== "ConditionalExpression") return undefined;
  const [yes, no] = [node.consequent, node.alternate].map((branch) => {
    const constant = context.evaluate(branch);
    return constant && print(constant.value);
  });
  if (yes === undefined || no === undefined) return undefined;
  return [context.choice([node.test], [yes], [no])];
}

/** The source of an expression with names for parts of it. */
function withNames(expression: Expression, holes: readonly Expression[], names: readonly string[], { source }: Context): string {
  const shorthands = shorthandsIn(expression);
  let text = "";
  let position = expression.start;
  for (const [index, { start, end }] of holes.entries()) {
    text += source.slice(position, start) + (shorthands.has(start) ? `${source.slice(start, end)}: ` : "") + (names[index] ?? "");
    position = end;
  }
  return text + source.slice(position, expression.end);
}

/** Where an expression has properties such as `{ id }`, which another name would change. */
function shorthandsIn(expression: Expression): ReadonlySet<number> {
  const starts = new Set<number>();
  const visit = (node: Node): void => {
    if (node.type === "Property" && node.shorthand) starts.add(node.start);
    eachChild(node, visit);
  };
  visit(expression);
  return starts;
}
