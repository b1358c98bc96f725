import type { Scope } from "./scopes.js";
import { type Identifier, memberName, type Node, unwrapped } from "./syntax-tree.js";

/**
 * Whether a value is named as the constants of other modules are, or comes from the environment: it is nobody's data,
 * but that the program does not tell.
 */
export function isNamedConstant(node: Node, scope: Scope): boolean {
  if (node.type === "Identifier") return /^[A-Z][A-Z\d_]*$/.test(node.name) && isImported(node, scope);
  if (node.type !== "MemberExpression") return false;
  const object = unwrapped(node.object);
  if (object.type === "Identifier") return /^[A-Z]/.test(object.name) && isImported(object, scope);
  return object.type === "MemberExpression" && memberName(object) === "env" && isProgram(unwrapped(object.object));
}

/** Whether a node is `process`, or `import.meta`, which is a kind of node that nothing else needs. */
function isProgram(node: Node): boolean {
  if (node.type === "Identifier") return node.name === "process";
  return !others.has(node.type);
}

const others: ReadonlySet<string> = new Set(["CallExpression", "MemberExpression", "ThisExpression"]);

function isImported({ name }: Identifier, scope: Scope): boolean {
  return scope.find(name)?.imported !== undefined;
}
