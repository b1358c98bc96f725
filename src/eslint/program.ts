import { runTimeSources, sourceTypes } from "../diagnostics/program/run-time-source.js";
import { readNames } from "../diagnostics/program/scopes.js";
import { type AnyNode, type Node, nodeOf, rangeOf } from "../diagnostics/program/syntax-tree.js";
import { type Finding, finding, type Insertion } from "./finding.js";
import type { SourceCode } from "./report.js";

const wanted: ReadonlySet<string> = new Set(sourceTypes);

/** What is wrong with a program that only the whole of it tells. */
export function programFindings(program: AnyNode, { text = "", visitorKeys = {} }: SourceCode): readonly Finding[] {
  const node = nodeOf(program);
  const names = readNames(node, visitorKeys, wanted);
  return runTimeSources(names, text).map(({ diagnostic, place, rewrite }) =>
    finding(
      diagnostic,
      place,
      rewrite && {
        place,
        text: rewrite.text,
        isSuggestion: !rewrite.isCertain || rewrite.missing.length > 0,
        also: importOf(rewrite.missing, node, text),
      },
    ),
  );
}

/** Imports names of our package. */
function importOf(names: readonly string[], program: Node, text: string): Insertion | undefined {
  if (names.length === 0 || program.type !== "Program") return undefined;
  for (const node of program.body) {
    if (node.type !== "ImportDeclaration" || node.source.value !== "datastar-tsx" || node.importKind === "type")
      continue;
    const last = node.specifiers.findLast(({ type }) => type === "ImportSpecifier");
    if (last !== undefined) return { offset: rangeOf(last)[1], text: `, ${names.join(", ")}` };
  }
  const first = program.body[0];
  return {
    offset: first === undefined ? text.length : rangeOf(first)[0],
    text: `import { ${names.join(", ")} } from "datastar-tsx";\n`,
  };
}
