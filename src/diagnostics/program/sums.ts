import { memberName, type Node, unwrapped } from "./syntax-tree.js";

export const comparisons: ReadonlySet<string> = new Set("== != === !== < > <= >= in instanceof".split(" "));

/** What is added up, from left to right: a long sum is deeply nested. */
export function operandsOf(node: Node): readonly Node[] {
  const operands: Node[] = [];
  let left = node;
  while (left.type === "BinaryExpression" && left.operator === "+") {
    operands.push(left.right);
    left = unwrapped(left.left);
  }
  if (left.type === "BinaryExpression" && operands.length === 0) return [left.left, left.right];
  return [...operands, left].reverse();
}

/** Whether an expression is a number, whatever is in it. */
export function isNumber(node: Node): boolean {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "number" || typeof node.value === "bigint";
    case "UnaryExpression":
      return node.operator === "+" || node.operator === "-" || node.operator === "~";
    case "UpdateExpression":
      return true;
    case "BinaryExpression":
      return node.operator !== "+" && !comparisons.has(node.operator);
    case "MemberExpression":
      return memberName(node) === "length";
    default:
      return false;
  }
}
