import type { Expression } from "oxc-parser";
import { datastarAttribute, type HtmlAttribute } from "../attributes/datastar-attribute.js";
import { aliased } from "../base/client.js";
import { type Piece, piecesOf, Unknown } from "../expressions/unknown.js";
import { escapeAttribute } from "../html/escape.js";
import { type Code, hole, joined, type Part, valuesHole } from "./markup-parts.js";
import type { ModuleContext } from "./module-context.js";
import { attributeText } from "./runtime-facts.js";
import { unwrapped, walk } from "./syntax-tree.js";

/**
 * The markup of a Datastar attribute whose value has constants and unknowns in it, like an action with an id in its
 * URL. It is printed now, with the unknowns kept as such; values that do not print in their place are left to the
 * runtime.
 */
export function datastarParts(
  expression: Expression,
  name: string,
  tag: string,
  context: ModuleContext,
): readonly Part[] | undefined {
  const unknowns: Expression[] = [];
  const partly = context.evaluatePartly(expression, (node) => ({ value: new Unknown(unknowns.push(node) - 1) }));
  const [only] = unknowns;
  if (partly === undefined || only === undefined) return undefined;
  const choice = unknowns.length === 1 ? chosen(expression, only, name, tag, context) : undefined;
  if (choice !== undefined) return choice;

  const names = unknowns.map((_, index) => context.parameter(index));
  const known = knownParts(name, partly.value, names);
  if (known === undefined) return undefined;
  const given = withNames(expression, unknowns, names, context);
  const other = hole([`${context.helper("anyAttribute")}(${JSON.stringify(name)}, ${given}, ${JSON.stringify(tag)})`]);
  const test = names.map((name) => `${context.helper("printsInPlace")}(${name})`).join(" && ");
  const markup = context.choice([test], known, [other]);
  return [
    valuesHole(
      unknowns.map((value): Code => [value]),
      (values, before, after) => {
        const printer = context.function("attribute", names, markup.code(before, after).join(""));
        return [`${printer}(`, ...joined(values, ", "), ")"];
      },
    ),
  ];
}

/**
 * The markup for values that print in their place.
 *
 * @param names the variables that hold the values
 * @returns `undefined` where it depends on the values in another way
 */
function knownParts(name: string, value: unknown, names: readonly string[]): readonly Part[] | undefined {
  const attributes = printed(name, value);
  const pieces = attributes.map(({ value }) => (value === true ? [] : piecesOf(value)));
  const printedIndexes = new Set(pieces.flat().map((piece) => (typeof piece === "string" ? -1 : piece.index)));
  // What was looked at without being printed decides what is printed.
  if (!names.every((_, index) => printedIndexes.has(index))) return undefined;
  return attributes.flatMap(({ name, value }, index) =>
    value === true
      ? [` ${name}`]
      : [` ${name}="`, ...(pieces[index] ?? []).map((piece) => pieceMarkup(piece, names)), '"'],
  );
}

function printed(name: string, value: unknown): readonly HtmlAttribute[] {
  try {
    const attribute = datastarAttribute(name);
    return (attribute?.attributesFor(value) ?? []).map(({ name, value }) => ({
      name: attribute?.isAliased === true ? aliased(name) : name,
      value,
    }));
  } catch {
    return [];
  }
}

function pieceMarkup(piece: Piece, names: readonly string[]): Part {
  if (typeof piece === "string") return escapeAttribute(piece);
  const name = names[piece.index] ?? "";
  return hole([piece.quotesWords ? `(typeof ${name} === "string" ? "'" + ${name} + "'" : ${name})` : name]);
}

/** The markup where the only unknown is one of two constants. */
function chosen(
  expression: Expression,
  unknown: Expression,
  name: string,
  tag: string,
  context: ModuleContext,
): readonly Part[] | undefined {
  const node = unwrapped(unknown);
  if (node.type !== "ConditionalExpression") return undefined;
  const [yes, no] = [node.consequent, node.alternate].map((branch) => {
    const constant = context.evaluate(branch);
    const whole = constant && context.evaluatePartly(expression, () => constant);
    return whole && attributeText(tag, name, whole.value);
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
  walk(expression, (node) => {
    if (node.type === "Property" && node.shorthand) starts.add(node.start);
    return true;
  });
  return starts;
}
