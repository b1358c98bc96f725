import type { Rewrite } from "../diagnostics/program/our-names.js";
import { runTimeSources, sourceTypes } from "../diagnostics/program/run-time-source.js";
import { readNames } from "../diagnostics/program/scopes.js";
import { negations, signalTypes, signalValues } from "../diagnostics/program/signal-values.js";
import { isWithin } from "../diagnostics/program/source-text.js";
import { type AnyNode, type Located, type Node, nodeOf, rangeOf } from "../diagnostics/program/syntax-tree.js";
import type { Finding, Insertion, Replacement } from "./finding.js";
import { importedSets, originIn } from "./imported-sets.js";
import type { RuleContext } from "./report.js";

const wanted: ReadonlySet<string> = new Set([...sourceTypes, ...signalTypes]);

/** What is wrong with a program that only the whole of it tells. */
export function programFindings(
  program: AnyNode,
  { sourceCode: { text = "", visitorKeys = {} }, filename }: RuleContext,
): readonly Finding[] {
  const node = nodeOf(program);
  const names = readNames(node, visitorKeys, wanted, originIn(filename));
  const sources = runTimeSources(names, text);
  const values = signalValues(names, importedSets(filename), text);
  return [
    ...sources.map(({ diagnostic, place, rewrite }) => ({
      diagnostic,
      place,
      replacement: rewrite && replacement(place, rewrite, node, text),
    })),
    // What becomes an expression for the browser keeps the signals in it.
    ...values
      .filter(({ place }) => !sources.some((source) => isWithin(place, source.place)))
      .map(({ diagnostic, place, rewrite }) => ({
        diagnostic,
        place,
        replacement: rewrite && replacement(place, rewrite, node, text),
      })),
    ...negations(names)
      .filter(({ place }) => !values.some((value) => isWithin(place, value.place)))
      .map(({ diagnostic, place }) => ({ diagnostic, place, replacement: undefined })),
  ];
}

function replacement(place: Located, { text, isCertain, missing }: Rewrite, program: Node, file: string): Replacement {
  return {
    place,
    text,
    isSuggestion: !isCertain || missing.length > 0,
    also: importOf(missing, program, file),
  };
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
