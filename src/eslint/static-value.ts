import { type Node, propertyName, type TemplateLiteral, unwrapped } from "../diagnostics/program/syntax-tree.js";
import { Expression } from "../expressions/expression.js";
import { js } from "../expressions/js.js";
import { originalName } from "./original-name.js";

/** The source that stands for a value which only the running program knows. Like a signal it can be read and set. */
const unknownSource = "$_0_";

/** Stands for a value which only the running program knows. */
export const unknown = new Expression(unknownSource);

/** Writes such values in a message as the `js` tag does. */
export function nameUnknown(message: string): string {
  return message.replaceAll(unknownSource, "${…}");
}

/** Whether the source of an expression has such values in it. */
export function isPartlyUnknown(source: string): boolean {
  return source.includes(unknownSource);
}

/** Whether a value is {@link unknown}, or a list or an object that contains it. */
export function hasUnknown(value: unknown): boolean {
  if (value === unknown) return true;
  return (
    typeof value === "object" &&
    value !== null &&
    !(value instanceof Expression) &&
    Object.values(value).some(hasUnknown)
  );
}

/** The nodes that an expression can evaluate to: `a ? b : c` is one of two. */
export function outcomes(given: Node): readonly Node[] {
  const node = unwrapped(given);
  if (node.type === "ConditionalExpression") return [node.consequent, node.alternate].flatMap(outcomes);
  if (node.type !== "LogicalExpression") return [node];
  // What is falsy in front of an `&&` leaves the attribute out.
  return (node.operator === "&&" ? [node.right] : [node.left, node.right]).flatMap(outcomes);
}

/**
 * The value of an expression of the program, as far as its source tells: plain data, what the `js` tag makes of its
 * text, and a function for a function, whatever it does.
 *
 * @throws TypeError what the `js` tag throws
 */
export function valueOf(given: Node): unknown {
  const node = unwrapped(given);
  switch (node.type) {
    case "Literal":
      return literalValue(node);
    case "Identifier":
      return node.name === "undefined" ? undefined : unknown;
    case "TemplateLiteral":
      return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? unknown) : unknown;
    case "UnaryExpression":
      return unaryValue(node.operator, valueOf(node.argument));
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      return () => {};
    case "ArrayExpression":
      return node.elements.map((element) => (element === null ? undefined : valueOf(element)));
    case "ObjectExpression":
      return objectValue(node.properties);
    case "TaggedTemplateExpression":
      return originalName(node.tag) === "js" ? expression(node.quasi) : unknown;
    default:
      return unknown;
  }
}

function literalValue({ value, regex, bigint }: Extract<Node, { type: "Literal" }>): unknown {
  // Where the parser's JavaScript is older than the regular expression, its value is null.
  if (regex) return value instanceof RegExp ? value : unknown;
  return bigint && typeof value !== "bigint" ? unknown : value;
}

function unaryValue(operator: string, value: unknown): unknown {
  if (operator === "void") return undefined;
  if (operator === "-" && typeof value === "number") return -value;
  return operator === "!" && typeof value === "boolean" ? !value : unknown;
}

function objectValue(properties: readonly Node[]): unknown {
  const entries: (readonly [string, unknown])[] = [];
  for (const property of properties) {
    const name = property.type === "Property" ? propertyName(property) : undefined;
    // Without the names there is no telling what the object is for.
    if (property.type !== "Property" || name === undefined) return unknown;
    entries.push([name, valueOf(property.value)]);
  }
  return Object.fromEntries(entries);
}

function expression({ quasis, expressions }: TemplateLiteral): Expression {
  const raw = quasis.map(({ value }) => value.raw);
  const cooked = quasis.map(({ value }) => value.cooked ?? value.raw);
  const values = expressions.map((node, index) => {
    const value = valueOf(node);
    return value === unknown && isKey(raw[index] ?? "", raw[index + 1] ?? "") ? "key" : value;
  });
  return js(Object.assign(cooked, { raw }), ...values);
}

/** Whether a value between two texts names the property of an object literal, which a signal cannot do. */
function isKey(before: string, after: string): boolean {
  return /[{,]\s*$/.test(before) && /^\s*:/.test(after);
}
