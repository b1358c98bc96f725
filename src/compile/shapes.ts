// What kind of code an expression is.
import type { CallExpression, Expression } from "oxc-parser";
import { unwrapped } from "./nodes.js";

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
