import { type Node, type TSType, visitorKeys } from "oxc-parser";
import type { LocalType, Scopes } from "./scopes.js";

const none: ReadonlySet<LocalType> = new Set();

/**
 * How to write a type outside of the function that it stands in; `undefined` for one that names what only the function
 * knows. A name that the function has for a type is written as that type, and a type parameter as what it extends.
 *
 * @param seen the names that it stands for, since wrong code may make a type of itself
 */
export function typeOutside(type: TSType, scopes: Scopes, code: string, seen = none): string | undefined {
  if (type.type === "TSTypeReference" && type.typeName.type === "Identifier") {
    const local = scopes.localTypeOf(type.typeName);
    if (local)
      return !local.is || type.typeArguments || seen.has(local)
        ? undefined
        : typeOutside(local.is, scopes, code, new Set([...seen, local]));
  }
  return isLocal(type, scopes) ? undefined : code.slice(type.start, type.end);
}

/** Whether a type names what only a part of the module knows. */
function isLocal(node: Node, scopes: Scopes): boolean {
  if (node.type === "TSThisType") return true;
  if (node.type === "TSTypeReference" && isLocalName(node.typeName, scopes)) return true;
  if (node.type === "TSTypeQuery" && isLocalName(node.exprName, scopes)) return true;
  return childrenOf(node).some((child) => isLocal(child, scopes));
}

function isLocalName(name: Node, scopes: Scopes): boolean {
  if (name.type === "TSQualifiedName") return isLocalName(name.left, scopes);
  if (name.type !== "Identifier") return name.type === "ThisExpression";
  return scopes.localTypeOf(name) !== undefined || scopes.bindingOf(name)?.isOfModule === false;
}

function childrenOf(node: Node): readonly Node[] {
  return (visitorKeys[node.type] ?? []).flatMap((key) => {
    const value: unknown = Reflect.get(node, key);
    return (Array.isArray(value) ? value : [value]).filter(isNode);
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
