import { outcomesOf } from "./outcomes.js";
import { isInCode, takeApart } from "./pieces.js";
import type { RunTimeText, TextReader } from "./run-time-text.js";
import type { Placed, ProgramNames } from "./scopes.js";
import { textOf } from "./source-text.js";
import { isNumber } from "./sums.js";
import { memberName, type Node } from "./syntax-tree.js";

/** What is code in a script that a program puts together, though nobody wrote it as code. */
export interface ScriptData {
  readonly data: readonly Node[];
  /** Whether it is for certain: what a function elsewhere returns may be a literal, or a script. */
  readonly isCertain: boolean;
}

/**
 * Finds the data in a script that is no literal for certain. JSON is a literal wherever one can stand, and numbers are
 * harmless everywhere.
 */
export function scriptData(text: RunTimeText, reader: TextReader, program: ProgramNames, file: string): ScriptData {
  // Text can be made of itself: script += `…`.
  const seen = new Set<Node>();
  let isCertain = text.isCertain;

  const inText = (placed: Placed, mayBeLiteral: boolean): readonly Node[] => {
    const { node, scope } = placed;
    if (seen.has(node)) return [];
    seen.add(node);
    if (node.type === "AssignmentExpression") return inHole({ node: node.right, scope }, mayBeLiteral);
    const apart = takeApart(node);
    return apart === undefined
      ? isJson(node) && mayBeLiteral
        ? []
        : made(placed)
      : apart.holes.flatMap((hole, index) =>
          inHole({ node: hole, scope }, mayBeLiteral && isInCode(apart.pieces, index)),
        );
  };

  const inHole = (hole: Placed, mayBeLiteral: boolean): readonly Node[] =>
    outcomesOf(hole, program).flatMap((outcome) => {
      const { node } = outcome;
      if (isNumeric(node) || reader.isConstant(outcome)) return [];
      const texts = reader.runTimeTexts(outcome);
      if (texts.length > 0) return texts.flatMap((text) => inText(text, mayBeLiteral));
      if (node.type === "CallExpression" && mayBeLiteral) isCertain = false;
      // It is called what the program calls it here.
      return [hole.node];
    });

  /** What methods of text and of lists make. */
  const made = ({ node }: Placed): readonly Node[] => {
    if (node.type === "CallExpression" && isList(node)) isCertain = false;
    return [node];
  };

  const isJson = (node: Node): boolean => {
    if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
    if (textOf(node.callee, file) === "JSON.stringify") return true;
    // What escapes characters in JSON leaves it JSON.
    const isEscaped = /^replace(?:All)?$/.test(memberName(node.callee) ?? "") && isJson(node.callee.object);
    return isEscaped && node.arguments.every((argument) => argument.type === "Literal");
  };

  return { data: inText(text, true), isCertain };
}

function isList({ callee }: { readonly callee: Node }): boolean {
  return callee.type === "MemberExpression" && memberName(callee) === "join";
}

const numeric: ReadonlySet<string> = new Set(["Number", "parseInt", "parseFloat"]);
const numericObjects: ReadonlySet<string> = new Set(["Date", "Math", "Number"]);

/** Whether an expression is a number, or is made one. */
function isNumeric(node: Node): boolean {
  if (node.type !== "CallExpression") return isNumber(node);
  const { callee } = node;
  if (callee.type === "Identifier") return numeric.has(callee.name);
  return (
    callee.type === "MemberExpression" && callee.object.type === "Identifier" && numericObjects.has(callee.object.name)
  );
}
