import type { Expression, JSXElement, JSXFragment, Node } from "oxc-parser";
import { tagName, unwrapped } from "../../compile/syntax-tree.js";
import { calledName } from "../source/called-name.js";
import { isFunction } from "../source/function-node.js";
import type { Scopes } from "../source/scopes.js";
import { answersOf } from "./callbacks.js";

/**
 * The markup that a value consists of, where it is written out: itself, in a list, or what each item of a list becomes.
 */
export function markupIn(given: Node, scopes: Scopes): readonly (JSXElement | JSXFragment)[] {
  const node = unwrapped(given as Expression);
  switch (node.type) {
    case "JSXElement":
      // What a component does with its children is its own affair.
      return tagName(node.openingElement.name) === undefined ? [node] : [node, ...markupOfChildren(node, scopes)];
    case "JSXFragment":
      return [node, ...markupOfChildren(node, scopes)];
    case "Identifier": {
      const { initial } = scopes.bindingOf(node) ?? {};
      // What names itself is declared further on.
      return initial && initial.end <= node.start ? markupIn(initial, scopes) : [];
    }
    case "ArrayExpression":
      return node.elements.flatMap((item) => (item ? markupIn(item, scopes) : []));
    case "ConditionalExpression":
      return [node.consequent, node.alternate].flatMap((one) => markupIn(one, scopes));
    case "LogicalExpression":
      return markupIn(node.right, scopes);
    case "CallExpression": {
      const {
        callee,
        arguments: [callback],
      } = node;
      const isMap = callee.type === "MemberExpression" && calledName(callee) === "map";
      return isMap && callback && isFunction(callback) && !callback.async
        ? answersOf(callback).flatMap((answer) => markupIn(answer, scopes))
        : [];
    }
    default:
      return [];
  }
}

/** The markup that stands in other markup as something else: a name, or what each item of a list becomes. */
function markupOfChildren(
  { children }: JSXElement | JSXFragment,
  scopes: Scopes,
): readonly (JSXElement | JSXFragment)[] {
  return children.flatMap((child) => {
    if (child.type === "JSXElement" || child.type === "JSXFragment") return markupIn(child, scopes).slice(1);
    return child.type === "JSXExpressionContainer" ? markupIn(child.expression, scopes) : [];
  });
}
