import { misplacedHole } from "../../expressions/template.js";
import { isRaw } from "./run-time-text.js";
import { textOf } from "./source-text.js";
import { operandsOf } from "./sums.js";
import { type Node, type TemplateLiteral, unwrapped } from "./syntax-tree.js";

/** Text in pieces, and the expressions that stand between them. */
export interface Pieces {
  readonly pieces: readonly string[];
  readonly holes: readonly Node[];
}

/** Stands for a hole while the text is looked at. */
export const mark = "\0";

/** Takes a template or a sum apart; `undefined` for other ways to make text. */
export function takeApart(node: Node): Pieces | undefined {
  const pieces = [""];
  const holes: Node[] = [];
  const put = (text: string): void => void pieces.push((pieces.pop() ?? "") + text);
  const putHole = (hole: Node): void => {
    holes.push(hole);
    pieces.push("");
  };
  const putTemplate = ({ quasis, expressions }: TemplateLiteral, isRaw = false): void => {
    for (const [index, { value }] of quasis.entries()) {
      put(isRaw ? value.raw : (value.cooked ?? value.raw));
      const hole = expressions[index];
      if (hole !== undefined) putHole(hole);
    }
  };
  const putOperand = (given: Node): void => {
    const operand = unwrapped(given);
    if (operand.type === "TemplateLiteral") putTemplate(operand);
    else if (operand.type === "Literal" && typeof operand.value === "string") put(operand.value);
    else putHole(given);
  };
  if (node.type === "TemplateLiteral") putTemplate(node);
  else if (node.type === "TaggedTemplateExpression" && isRaw(node.tag)) putTemplate(node.quasi, true);
  else if (node.type === "BinaryExpression") for (const operand of operandsOf(node)) putOperand(operand);
  else return undefined;
  return { pieces, holes };
}

/** Whether a hole stands in the code itself: in no string, comment or name. */
export function isInCode(pieces: readonly string[], index: number): boolean {
  const before = pieces.slice(0, index + 1).join("x");
  return misplacedHole(before + mark + pieces.slice(index + 1).join("x")) === undefined;
}

/** What an expression makes JSON of, if it does. */
export function jsonOf(node: Node, file: string): Node | undefined {
  return node.type === "CallExpression" && node.arguments.length === 1 && textOf(node.callee, file) === "JSON.stringify"
    ? node.arguments[0]
    : undefined;
}
