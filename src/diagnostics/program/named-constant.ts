import type { Scope } from "./scopes.js";
import { type Identifier, memberName, type Node, unwrapped } from "./syntax-tree.js";

/**
 * Whether a value is named as the constants of other modules are, or comes from the environment: it is nobody's data,
 * but that the program does not tell.
 */
export function isNamedConstant(node: Node, scope: Scope): boolean {
  if (node.type === "Identifier") return isUpperCase(node.name) && isImported(node, scope);
  if (node.type !== "MemberExpression") return false;
  const object = unwrapped(node.object);
  // `Tab.Home` is of an enum; `User.name` may be of whoever is logged in.
  if (object.type === "Identifier")
    return (isUpperCase(object.name) || isEnumMember(object.name, memberName(node))) && isImported(object, scope);
  return object.type === "MemberExpression" && memberName(object) === "env" && isProgram(unwrapped(object.object));
}

function isUpperCase(name: string): boolean {
  return /^[A-Z][A-Z\d_]*$/.test(name);
}

function isEnumMember(object: string, member = ""): boolean {
  return /^[A-Z]/.test(object) && /^[A-Z]/.test(member);
}

/** Whether a node is `process`, or `import.meta`. */
function isProgram(node: Node): boolean {
  return node.type === "Identifier" ? node.name === "process" : isImportMeta(node);
}

function isImportMeta({ type }: { readonly type: string }): boolean {
  return type === "MetaProperty";
}

function isImported({ name }: Identifier, scope: Scope): boolean {
  return scope.find(name)?.imported !== undefined;
}
