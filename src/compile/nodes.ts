import { type Expression, type JSXElementName, type Node, visitorKeys } from "oxc-parser";

// JSX stands in no type, and no value is declared in one.
const typeKeys = new Set([
  "typeAnnotation",
  "typeArguments",
  "typeParameters",
  "returnType",
  "superTypeArguments",
  "implements",
]);
const keys = new Map(
  Object.entries(visitorKeys).map(([type, names]) => [type, names.filter((name) => !typeKeys.has(name))]),
);

/** Calls back with the nodes directly below one, in the order of the source; types are left out. */
export function eachChild(node: Node, visit: (child: Node) => void): void {
  for (const key of keys.get(node.type) ?? []) {
    const value: unknown = Reflect.get(node, key);
    if (Array.isArray(value)) for (const item of value) if (item) visit(item as Node);
    if (isNode(value)) visit(value);
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
export function tagOf(name: JSXElementName): string | undefined {
  if (name.type === "JSXNamespacedName") return `${name.namespace.name}:${name.name.name}`;
  if (name.type !== "JSXIdentifier" || name.name === "this") return undefined;
  // What TypeScript, Babel and esbuild agree on.
  return /^[a-z]|-/.test(name.name) ? name.name : undefined;
}
