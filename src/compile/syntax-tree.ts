// What the compiler asks of the nodes of a module.
import { type CallExpression, type Expression, type JSXElementName, type Node, visitorKeys } from "oxc-parser";
import { withoutTypes } from "../diagnostics/program/each-child.js";

// More than a third of the nodes of markup, and what they say is read where their element or attribute is.
const namesOfMarkup: ReadonlySet<string> = new Set("name closingElement openingFragment closingFragment".split(" "));

const read = Object.entries(withoutTypes(visitorKeys)).map(([type, names = []]) => {
  const those = type.startsWith("JSX") ? names.filter((name) => !namesOfMarkup.has(name)) : names;
  // From the last one to the first, as they are put on a stack.
  return [type, those.toReversed()] as const;
});
const keys = new Map(read);

/**
 * Calls back with a node and all below it, in the order of the source; types and the names of markup are left out. A
 * loop, since programs nest deeper than calls can.
 *
 * @param visit returns whether to go below the node
 */
export function walk(root: Node, visit: (node: Node) => boolean): void {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (visit(node)) pushChildren(node, open);
  }
}

/** What {@link walk} comes to, in the order of the source, for who goes through it several times. */
export function nodesOf(root: Node): readonly Node[] {
  const nodes: Node[] = [];
  walk(root, (node) => nodes.push(node) > 0);
  return nodes;
}

function pushChildren(node: Node, open: Node[]): void {
  for (const key of keys.get(node.type) ?? []) {
    const value: unknown = node[key as keyof Node];
    if (!Array.isArray(value)) {
      if (isNode(value)) open.push(value);
      continue;
    }
    for (let i = value.length - 1; i >= 0; i--) {
      const child: unknown = value[i];
      if (isNode(child)) open.push(child);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

/** An expression without the parentheses and types around it. */
export function unwrapped(node: Expression): Expression {
  switch (node.type) {
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      return unwrapped(node.expression);
    default:
      return node;
  }
}

/** The tag of an element of HTML; `undefined` for a component. */
export function tagName(name: JSXElementName): string | undefined {
  if (name.type === "JSXNamespacedName") return `${name.namespace.name}:${name.name.name}`;
  if (name.type !== "JSXIdentifier" || name.name === "this") return undefined;
  // What TypeScript, Babel and esbuild agree on.
  return /^[a-z]|-/.test(name.name) ? name.name : undefined;
}

/** Whether nothing is missed when an expression is not evaluated. */
export function isPure(expression: Expression): boolean {
  const node = unwrapped(expression);
  if (node.type === "MemberExpression") return isPure(node.object) && (!node.computed || isPure(node.property));
  if (node.type === "TemplateLiteral") return node.expressions.every(isPure);
  return node.type === "Literal" || node.type === "Identifier" || node.type === "ThisExpression";
}

/** The parts of `items.map((item) => <li>…</li>)`. */
export function mapped({ callee, arguments: given, optional }: CallExpression) {
  const [callback] = given;
  if (
    optional ||
    callee.type !== "MemberExpression" ||
    callee.computed ||
    callee.optional ||
    callee.object.type === "Super"
  )
    return undefined;
  if (callee.property.type !== "Identifier" || callee.property.name !== "map" || given.length !== 1) return undefined;
  if (
    callback?.type !== "ArrowFunctionExpression" ||
    callback.async ||
    callback.body.type === "BlockStatement" ||
    !isElement(callback.body)
  )
    return undefined;
  return { items: callee.object, parameters: callback.params, item: callback.body };
}

/** Whether an expression is TSX, whatever the conditions in it. */
function isElement(expression: Expression): boolean {
  const node = unwrapped(expression);
  if (node.type === "ConditionalExpression") return isElement(node.consequent) && isElement(node.alternate);
  return node.type === "JSXElement" || node.type === "JSXFragment";
}

/** Whether an expression may be markup that is written out. */
export function isMarkup(expression: Expression): boolean {
  const node = unwrapped(expression);
  if (node.type === "ConditionalExpression") return isMarkup(node.consequent) || isMarkup(node.alternate);
  if (node.type === "LogicalExpression") return node.operator === "&&" && isMarkup(node.right);
  return (
    node.type === "JSXElement" ||
    node.type === "JSXFragment" ||
    node.type === "TemplateLiteral" ||
    node.type === "Literal"
  );
}

const booleanOperators: ReadonlySet<string> = new Set("! === !== == != < > <= >= in instanceof".split(" "));

/** Whether an expression is true or false, and nothing else. */
export function isBoolean(expression: Expression): boolean {
  return (
    (expression.type === "UnaryExpression" || expression.type === "BinaryExpression") &&
    booleanOperators.has(expression.operator)
  );
}

/** Code for an expression as an operand: what binds less than a call gets parentheses. */
export function inParentheses(expression: Expression): readonly (string | Expression)[] {
  return /^(?:Identifier|MemberExpression|CallExpression|ParenthesizedExpression)$/.test(expression.type)
    ? [expression]
    : ["(", expression, ")"];
}
