import type { Node } from "oxc-parser";

/** What decides which way a statement, a loop or an expression goes; `null` in a loop that nothing ends. */
export function testOf(node: Node): Node | null | undefined {
  switch (node.type) {
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
    case "ConditionalExpression":
      return node.test;
    default:
      return undefined;
  }
}
