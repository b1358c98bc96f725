import type { Expression, Node } from "oxc-parser";
import { type Code, hole, joined, type Part, wideHole } from "./markup-parts.js";
import type { ModuleContext } from "./module-context.js";
import { attributeText } from "./runtime-facts.js";
import { eachChild, unwrapped } from "./syntax-tree.js";

// Stand for values that are not known yet: where one is printed, another will be.
const number = (index: number): number => 7_130_592_846_000 + index;
const word = (index: number): string => `w${number(index)}`;

// Values to try whether they will: with one digit or many, such as are printed in another unit, and such as mean
// something.
const numbers = [0, 7, 1000, 1500, Number.MAX_SAFE_INTEGER];
const words = ["a", "-Z__", "1500", "__proto__"];

/**
 * The markup of a Datastar attribute whose value has constants and unknowns in it, like an action with an id in its
 * URL. Its source is printed now, with examples for the unknowns; for values that might print in another way it is left
 * to the runtime.
 */
export function datastarParts(
  expression: Expression,
  name: string,
  tag: string,
  context: ModuleContext,
): readonly Part[] | undefined {
  const holes: Expression[] = [];
  const print: Print = (value) => {
    holes.length = 0;
    const partly = context.evaluatePartly(expression, (node) => ({ value: value(holes.push(node) - 1) }));
    return partly && attributeText(tag, { [name]: partly.value });
  };

  const printed = print(number);
  const [only] = holes;
  if (printed === undefined || only === undefined) return undefined;
  const choice = holes.length === 1 ? chosen(only, context, (value) => print(() => value)) : undefined;
  if (choice !== undefined) return choice;

  const pieces = printed.split(/71305928460\d\d/);
  if (pieces.length !== holes.length + 1 || fill(pieces, undefined, number) !== printed) return undefined;
  const quotes = quotesAround(pieces, print(word));
  const takesWords = quotes !== undefined && printsAs(pieces, quotes, print, [...numbers, ...words]);
  if (!takesWords && !printsAs(pieces, undefined, print, numbers)) return undefined;

  const names = holes.map((_, index) => context.parameter(index));
  const isKnown = context.helper(takesWords ? "isSimple" : "isCount");
  const known = pieces.flatMap((piece, index): Part[] => {
    const name = names[index];
    if (name === undefined) return [piece];
    return [
      piece,
      hole([
        takesWords && quotes[index] !== "" ? `(typeof ${name} === "string" ? "'" + ${name} + "'" : ${name})` : name,
      ]),
    ];
  });
  const other = hole([
    `${context.helper("anyAttribute")}(${JSON.stringify(name)}, ${withNames(expression, holes, names, context)}, ${JSON.stringify(tag)})`,
  ]);
  const markup = context.choice([names.map((name) => `${isKnown}(${name})`).join(" && ")], known, [other]);
  return [
    wideHole((before, after) => {
      const printer = context.function("attribute", names, markup.code(before, after).join(""));
      return [
        `${printer}(`,
        ...joined(
          holes.map((value): Code => [value]),
          ", ",
        ),
        ")",
      ];
    }),
  ];
}

/** Prints the attribute with a value for each unknown. */
type Print = (value: (index: number) => unknown) => string | undefined;

/** Puts values between pieces; strings with the quotes that go around them. */
function fill(
  pieces: readonly string[],
  quotes: readonly string[] | undefined,
  value: (index: number) => unknown,
): string {
  let text = pieces[0] ?? "";
  for (const [index, piece] of pieces.slice(1).entries()) {
    const given = value(index);
    const quote = typeof given === "string" ? (quotes?.[index] ?? "") : "";
    text += `${quote}${String(given)}${quote}${piece}`;
  }
  return text;
}

/** Whether all the examples are printed between the same pieces. */
function printsAs(
  pieces: readonly string[],
  quotes: readonly string[] | undefined,
  print: Print,
  examples: readonly unknown[],
): boolean {
  return examples.every((_, at) => {
    const value = (index: number): unknown => examples[(at + index) % examples.length];
    return fill(pieces, quotes, value) === print(value);
  });
}

/** The quotes that go around each word: in an expression, and none in a URL. */
function quotesAround(pieces: readonly string[], printed: string | undefined): readonly string[] | undefined {
  let rest = printed ?? "";
  const quotes: string[] = [];
  for (const [index, piece] of pieces.slice(0, -1).entries()) {
    rest = rest.slice(piece.length);
    const quote = rest.startsWith("'") ? "'" : "";
    quotes.push(quote);
    rest = rest.slice(word(index).length + 2 * quote.length);
  }
  return printed !== undefined && fill(pieces, quotes, word) === printed ? quotes : undefined;
}

/** The markup where the only unknown is one of two constants. */
function chosen(
  value: Expression,
  context: ModuleContext,
  print: (value: unknown) => string | undefined,
): readonly Part[] | undefined {
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
function withNames(
  expression: Expression,
  holes: readonly Expression[],
  names: readonly string[],
  { source }: ModuleContext,
): string {
  const shorthands = shorthandsIn(expression);
  let text = "";
  let position = expression.start;
  for (const [index, { start, end }] of holes.entries()) {
    text +=
      source.slice(position, start) +
      (shorthands.has(start) ? `${source.slice(start, end)}: ` : "") +
      (names[index] ?? "");
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
