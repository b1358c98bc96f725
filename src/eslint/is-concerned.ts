import { readNames } from "../diagnostics/program/scopes.js";
import { importsSet } from "../diagnostics/program/signal-references.js";
import { type AnyNode, nodeOf } from "../diagnostics/program/syntax-tree.js";
import { importedSets } from "./imported-sets.js";
import type { RuleContext, SourceCode } from "./report.js";

let last: { readonly text: string; readonly filename: string | undefined; readonly answer: boolean } | undefined;

/**
 * Whether a file can have anything in it that the rules look at. Most files of a project have not, and each rule would
 * walk through them.
 */
export function isConcerned({ sourceCode, filename }: RuleContext): boolean {
  const { text = "" } = sourceCode;
  // Each rule asks, of one file after the other.
  if (last?.filename !== filename || last?.text !== text) {
    last = { text, filename, answer: isOurs.test(text) || importsSignals(sourceCode, filename) };
  }
  return last.answer;
}

// Our package, tags, attributes and source that a module makes for others, and the method of a stream or hub that it is
// given.
const isOurs = /datastar-tsx|<\/|\/>|["'`]data-|\bexecuteScript\b|[`"';]\s*@(?:get|post|put|patch|delete|query)\(/;

function importsSignals({ ast }: SourceCode, filename: string | undefined): boolean {
  const program = isNode(ast) ? nodeOf(ast) : undefined;
  if (program?.type !== "Program") return false;
  const body = program.body.filter(({ type }) => type === "ImportDeclaration");
  const names = readNames({ type: "Program", body }, { Program: ["body"] }, new Set());
  return importsSet(names, importedSets(filename));
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value;
}
