// What can be written once more beside itself, so that something can be asked about it.
import type { Expression, Node } from "oxc-parser";
import { unwrapped } from "../../compile/syntax-tree.js";

/** Whether a node names something other than the object that it stands in. */
export function isReference(given: Node): boolean {
  const node = unwrapped(given as Expression);
  if (node.type === "ChainExpression") return isReference(node.expression);
  if (node.type === "MemberExpression")
    return (
      (isReference(node.object) || node.object.type === "ThisExpression") &&
      (!node.computed || node.property.type === "Literal" || isReference(node.property))
    );
  return node.type === "Identifier" && node.name !== "undefined";
}

/** Whether a node is worth asking about, and short enough to be written twice. */
export function isRepeatable(given: Node): boolean {
  const node = unwrapped(given as Expression);
  if (isReference(node)) return true;
  if (node.type === "MemberExpression")
    return isRepeatable(node.object) && (!node.computed || node.property.type === "Literal");
  const call = node.type === "ChainExpression" ? node.expression : node;
  return (
    call.type === "CallExpression" &&
    isReference(call.callee) &&
    call.arguments.every((argument) => argument.type === "Literal" || isReference(argument))
  );
}

/** Whether the type of a node does not show in what it is. */
export function isAsked({ type }: Node): boolean {
  return /^(?:ArrayExpression|AwaitExpression|CallExpression|ChainExpression|MemberExpression|ObjectExpression)$/.test(
    type,
  );
}
