import { type Diagnostic, error, warning } from "../diagnostic.js";
import { formOf } from "../parse-name.js";
import { markupData } from "./markup-data.js";
import type { Rewrite } from "./our-names.js";
import { givenTo } from "./outcomes.js";
import { rewriteScript, rewriteSource, rewriteUrl } from "./rewrite.js";
import { type RunTimeText, type TextReader, textReader } from "./run-time-text.js";
import { isFunction, ourName, type Placed, type ProgramNames, readNames } from "./scopes.js";
import { scriptData } from "./script-data.js";
import { type ScriptInProgram, scriptsIn, scriptTypes } from "./script-places.js";
import { attributesIn, attributeTypes, sourcesOf } from "./source-places.js";
import { isWithin, listed, shortTextOf, textOf } from "./source-text.js";
import { type AnyNode, type Located, type Node, nodeOf, rangeOf, type VisitorKeys } from "./syntax-tree.js";

/** Text that a program puts together at run time, in a place where the client takes it for code. */
export interface RunTimeSource {
  readonly diagnostic: Diagnostic;
  /** Where the text is put together. */
  readonly place: Located;
  readonly rewrite: Rewrite | undefined;
  /** Whether it stands in an attribute that the browser or the client takes for code. */
  readonly isAttribute: boolean;
}

/** The types of nodes that {@link runTimeSources} looks at. */
export const sourceTypes: readonly string[] = [
  ...attributeTypes,
  ...scriptTypes,
  "ArrowFunctionExpression",
  "FunctionDeclaration",
  "FunctionExpression",
];

/**
 * Finds data that becomes code: text with something in it that only the running program knows, where an attribute takes
 * Datastar source or JavaScript, and in scripts. Nothing else can: a template literal has the type of a string that was
 * written out, and when the page is rendered nobody can tell one from the other.
 *
 * The lint reports all that it finds. The compiler refuses a module for the first error in an attribute: a warning may
 * be meant as it stands, what is in a URL cannot get out of it, and a script may be put together far from any TSX.
 *
 * @param program the whole syntax tree of a module, of whatever parser
 * @param keys the table of children that the parser comes with
 * @param file the source of the module
 */
export function findRunTimeSources(program: AnyNode, keys: VisitorKeys, file: string): readonly RunTimeSource[] {
  return runTimeSources(readNames(nodeOf(program), keys, new Set(sourceTypes)), file);
}

/** Does the same for a program whose names have been read, with the nodes of {@link sourceTypes}. */
export function runTimeSources(program: ProgramNames, file: string): readonly RunTimeSource[] {
  const reader = textReader(program);
  const isNew = firstOf(program);
  // First, since functions mostly call those that stand before them.
  const elsewhere = program.found.flatMap((placed) => returnedSources(placed, reader, program, file));
  const found = program.found.flatMap((placed) => [
    ...attributesIn(placed, program)
      .filter((attribute) => isNew(attribute, formOf(attribute.name) ?? ""))
      .flatMap((attribute) =>
        sourcesOf(attribute, program)
          .flatMap((source) => reader.runTimeTexts(source).map((text) => ({ name: source.name, text })))
          .map(({ name, text }) => sourceProblem(name, text, isWithin(text.node, attribute.node), file)),
      ),
    ...scriptsIn(placed, program)
      .filter((script) => isNew(script, script.isAttribute ? "handler" : "script"))
      .flatMap((script) =>
        reader.runTimeTexts(script).flatMap((text) => scriptProblems(script, text, reader, program, file)),
      ),
    ...urlProblems(placed, reader, file),
    ...markupData(placed, reader, program, file).map((found) => ({ ...found, rewrite: undefined, isAttribute: false })),
  ]);
  // Several attributes can take the same text: what is worst of it is said.
  const places = new Map<Located, RunTimeSource>();
  for (const problem of found) {
    const before = places.get(problem.place);
    if (before === undefined || weightOf(problem) > weightOf(before)) places.set(problem.place, problem);
  }
  return [...places.values(), ...elsewhere.filter(({ place }) => !places.has(place))];
}

/** Tells whether what an expression was given has not been looked at for a purpose. */
function firstOf(program: ProgramNames): (placed: Placed, purpose: string) => boolean {
  const looked = new Map<readonly Placed[], Set<string>>();
  return (placed, purpose) => {
    const given = givenTo(placed, program);
    if (given === undefined) return true;
    const purposes = looked.get(given);
    if (purposes === undefined) looked.set(given, new Set([purpose]));
    else if (purposes.has(purpose)) return false;
    purposes?.add(purpose);
    return true;
  };
}

function weightOf({ diagnostic: { severity }, isAttribute }: RunTimeSource): number {
  return (severity === "error" ? 2 : 0) + (isAttribute ? 1 : 0);
}

function sourceProblem(name: string, text: RunTimeText, isHere: boolean, file: string): RunTimeSource {
  const rewrite = rewriteSource(text, file);
  const culprits = listed(text.unknown.map((node) => shortTextOf(node, file)));
  const remedy =
    rewrite === undefined
      ? "write js`…`, which makes a literal of data and a reference of a signal; new Expression(…) takes source as it is"
      : `write ${rewrite.text}`;
  const message = `${name}: ${culprits} would run as code in the browser, whatever is in it; ${remedy}.`;
  return {
    diagnostic: (text.isCertain ? error : warning)("data-in-source", message),
    place: text.node,
    // Elsewhere, other things may depend on what the text is.
    rewrite: rewrite && { ...rewrite, isCertain: rewrite.isCertain && isHere },
    isAttribute: true,
  };
}

function scriptProblems(
  { name, isAttribute, isJoined = false }: ScriptInProgram,
  text: RunTimeText,
  reader: TextReader,
  program: ProgramNames,
  file: string,
): readonly RunTimeSource[] {
  const { data, isCertain } = scriptData(text, reader, program, file);
  if (data.length === 0) return [];
  const parts = data.map((node) => shortTextOf(node, file));
  const literal = rewriteScript(text, file);
  const rewrite = isJoined && literal !== undefined ? { ...literal, text: `{${literal.text}}` } : literal;
  const remedy =
    rewrite === undefined ? "put data into it outside of quotes, as ${JSON.stringify(data)}" : `write ${rewrite.text}`;
  const message = `${name}: ${listed(parts)} would run as code in the browser, whatever is in it; ${remedy}.`;
  return [
    { diagnostic: (isCertain ? error : warning)("data-in-source", message), place: text.node, rewrite, isAttribute },
  ];
}

const action = /@(?:get|post|put|patch|delete|query)\(/;

/** Text that calls an action, and that a function returns to whoever needs it: another module, for an attribute. */
function returnedSources(
  { node }: Placed,
  reader: TextReader,
  program: ProgramNames,
  file: string,
): readonly RunTimeSource[] {
  if (!isFunction(node)) return [];
  return program
    .returned(node)
    .flatMap((returned) => reader.runTimeTexts(returned))
    .filter(({ node }) => node.type !== "CallExpression" && action.test(textOf(node, file)))
    .map((text) => {
      const { diagnostic, ...problem } = sourceProblem("text that calls an action", text, false, file);
      return { ...problem, diagnostic: warning(diagnostic.rule, diagnostic.message), isAttribute: false };
    });
}

const actions: ReadonlySet<string> = new Set(["get", "post", "put", "patch", "del", "query"]);

/** The URL of an action is a literal, which nothing gets out of; but its parts are not encoded. */
function urlProblems({ node, scope }: Placed, reader: TextReader, file: string): readonly RunTimeSource[] {
  if (node.type !== "CallExpression" || !actions.has(ourName(node.callee, scope) ?? "")) return [];
  const [given] = node.arguments;
  if (given === undefined) return [];
  return reader.runTimeTexts({ node: given, scope }).flatMap((text): readonly RunTimeSource[] => {
    const parts = partsOfUrl(text, file);
    if (parts.length === 0) return [];
    const rewrite = parts.length === text.unknown.length ? rewriteUrl(text, file) : undefined;
    const remedy = rewrite?.text ?? listed(parts.map((part) => `encodeURIComponent(${part})`));
    const message = `${textOf(node.callee, file)}(): ${listed(parts)} goes into the URL as it is, so that a slash or a question mark in it makes another URL; write ${remedy}.`;
    const isHere = isWithin(text.node, given);
    return [
      {
        diagnostic: error("unencoded-url", message),
        place: text.node,
        rewrite: rewrite && { ...rewrite, isCertain: rewrite.isCertain && isHere },
        isAttribute: false,
      },
    ];
  });
}

/** The parts of a URL that should be encoded: neither what it begins with, nor a whole query, nor what is encoded. */
function partsOfUrl({ node, unknown }: RunTimeText, file: string): readonly string[] {
  if (node.type !== "TemplateLiteral" && node.type !== "BinaryExpression") return [];
  return unknown
    .filter((part) => {
      const before = file.slice(rangeOf(node)[0], rangeOf(part)[0]);
      const isFirst = !/[^`$\s{(]/.test(before);
      const isQuery = /\?(?:\$\{|["'`]\s*\+\s*)\(*$/.test(before);
      return !isFirst && !isQuery && !isEncoded(part);
    })
    .map((part) => shortTextOf(part, file));
}

function isEncoded(node: Node): boolean {
  return (
    node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "encodeURIComponent"
  );
}
