import { type Diagnostic, warning } from "../diagnostic.js";
import { outcomesOf } from "./outcomes.js";
import type { TextReader } from "./run-time-text.js";
import { ourName, type Placed, type ProgramNames } from "./scopes.js";
import { listed, shortTextOf } from "./source-text.js";
import { isNumber } from "./sums.js";
import { memberName, type Node } from "./syntax-tree.js";

/** Markup that a program puts together as text, with something in it that is no markup for all we know. */
export interface MarkupData {
  readonly diagnostic: Diagnostic;
  readonly place: Node;
}

// What takes TSX, and markup in a string as well.
const functions: ReadonlySet<string> = new Set([
  "elementsResponse",
  "pageResponse",
  "patchElementsFrame",
  "sendElements",
  "sendPage",
]);

/** Finds data in markup that is given to a browser as text: TSX would have escaped it. */
export function markupData(
  { node, scope }: Placed,
  reader: TextReader,
  program: ProgramNames,
  file: string,
): readonly MarkupData[] {
  if (node.type !== "CallExpression") return [];
  const { callee } = node;
  const name = ourName(callee, scope) ?? "";
  const isMethod = callee.type === "MemberExpression" && memberName(callee) === "patchElements";
  if (!functions.has(name) && !isMethod) return [];
  return node.arguments
    .flatMap((given) => reader.runTimeTexts({ node: given, scope }))
    .flatMap((text): readonly MarkupData[] => {
      const data = text.unknown.filter((part) => isData({ node: part, scope: text.scope }, program));
      if (data.length === 0) return [];
      const parts = listed(data.map((part) => shortTextOf(part, file)));
      const message = `${isMethod ? "patchElements" : name}(): ${parts} goes into the page as markup, whatever is in it; write the markup as TSX, which escapes it.`;
      return [{ diagnostic: warning("data-in-markup", message), place: text.node }];
    });
}

/** Whether something is no markup for all we know: what is awaited, or what a call returns, mostly is some. */
function isData(part: Placed, program: ProgramNames): boolean {
  return outcomesOf(part, program).some(
    ({ node }) => (node.type === "Identifier" || node.type === "MemberExpression") && !isNumber(node),
  );
}
