import type { AnyNode, Node, VisitorKeys } from "./syntax-tree.js";

/** Calls back with the nodes directly below one, in the order of the source; types are left out. */
export function eachChild(node: AnyNode, keys: VisitorKeys, visit: (child: Node) => void): void {
  for (const key of withoutTypes(keys)[node.type] ?? []) {
    const value: unknown = Reflect.get(node, key);
    if (Array.isArray(value)) for (const item of value) visitNode(item, visit);
    else visitNode(value, visit);
  }
}

// No value is declared in a type, none is used, and no TSX stands in one.
const typeKeys: ReadonlySet<string> = new Set(
  "typeAnnotation typeArguments typeParameters returnType superTypeArguments implements".split(" "),
);
const types: ReadonlySet<string> = new Set(["TSInterfaceDeclaration", "TSTypeAliasDeclaration"]);

const tables = new WeakMap<VisitorKeys, VisitorKeys>();

/** A parser's table of children, without those that are types. */
export function withoutTypes(keys: VisitorKeys): VisitorKeys {
  let table = tables.get(keys);
  if (table === undefined) {
    const entries = Object.entries(keys).filter(([type]) => !types.has(type));
    table = Object.fromEntries(entries.map(([type, names]) => [type, names?.filter((name) => !typeKeys.has(name))]));
    tables.set(keys, table);
  }
  return table;
}

function visitNode(value: unknown, visit: (child: Node) => void): void {
  if (typeof value === "object" && value !== null && "type" in value) visit(value as Node);
}
