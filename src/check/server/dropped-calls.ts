import type { CallExpression, Expression, ExpressionStatement, Node, TaggedTemplateExpression } from "oxc-parser";
import { unwrapped } from "../../compile/syntax-tree.js";

/** A call for nothing but its effect: what comes of it is dropped. */
export interface DroppedCall {
  readonly call: CallExpression | TaggedTemplateExpression;
  readonly isAwaited: boolean;
}

/** The statements of which the values are dropped: one, or what stands in it without braces. */
export function droppingStatements(statement: Node): readonly ExpressionStatement[] {
  switch (statement.type) {
    case "ExpressionStatement":
      return [statement];
    case "IfStatement":
      return [statement.consequent, ...(statement.alternate ? [statement.alternate] : [])].flatMap(droppingStatements);
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "LabeledStatement":
      return droppingStatements(statement.body);
    default:
      return [];
  }
}

/** The calls of which an expression has the value. */
export function callsIn(given: Expression, isAwaited = false): readonly DroppedCall[] {
  const node = unwrapped(given);
  switch (node.type) {
    case "CallExpression":
    case "TaggedTemplateExpression":
      return [{ call: node, isAwaited }];
    case "ChainExpression":
      return node.expression.type === "CallExpression" ? [{ call: node.expression, isAwaited }] : [];
    case "AwaitExpression":
      return callsIn(node.argument, true);
    case "LogicalExpression":
      return callsIn(node.right, isAwaited);
    case "ConditionalExpression":
      return [node.consequent, node.alternate].flatMap((one) => callsIn(one, isAwaited));
    case "SequenceExpression":
      return node.expressions.flatMap((one) => callsIn(one, isAwaited));
    default:
      return [];
  }
}
