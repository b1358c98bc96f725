// What the client makes of an expression before it compiles it. It works on the text, with regular expressions, and so
// does this: what they misread, the client misreads as well.
import { behaviours, type Versions } from "../base/client-versions.js";

const quoted = String.raw`"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'`;
const plainTemplate = "`(?:\\\\.|[^`\\\\$]|\\$(?!\\{))*`";
const signal = String.raw`\$(?<path>\w+(?:[.-]\w+)*)`;

const call = String.raw`@([A-Za-z_$][\w$]*)\(`;

const text = new RegExp(`${quoted}|${plainTemplate}`, "y");
const textOrSignal = new RegExp(`${quoted}|${plainTemplate}|\\$\\{(?<code>[^{}]*)\\}|${signal}`, "y");
const textSignalOrCall = new RegExp(`${textOrSignal.source}|${call}`, "y");
const signalInCode = new RegExp(signal, "g");

/** The call of an action, wherever it stands. */
export const actionCall = new RegExp(call, "g");

/** A signal of an expression, and where it stands. */
export interface FoundSignal {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Where one of the patterns above, all of which begin with one of these characters, may match. */
const start = /["'`$@]/g;

/** Finds what a pattern matches, one behind the other, in time proportional to the source. */
function matchesOf(pattern: RegExp, source: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  const isUnclosed = unclosedQuotes(source);
  let index = 0;
  for (;;) {
    start.lastIndex = index;
    const at = start.exec(source)?.index;
    if (at === undefined) return matches;
    pattern.lastIndex = at;
    const match = isUnclosed(at) ? null : pattern.exec(source);
    if (match !== null) matches.push(match);
    index = match === null ? at + 1 : pattern.lastIndex;
  }
}

/**
 * Makes a function that tells which quotes begin no string. Looking for the other one from each of them would take time
 * in proportion to the square of the source where many are escaped.
 */
function unclosedQuotes(source: string): (index: number) => boolean {
  if (!source.includes("\\")) return () => false;
  const unclosed = new Set<number>();
  for (const quote of ['"', "'", "`"]) {
    // Whether a string that goes on behind this character, and behind the next one, has an end.
    let closes = false;
    let closesLater = false;
    for (let i = source.length - 1; i >= 0; i--) {
      const character = source.charAt(i);
      if (character === quote && !closes) unclosed.add(i);
      let closesHere: boolean = closes;
      if (character === quote) closesHere = true;
      else if (character === "\\") closesHere = closesLater && !isLineBreak.test(source.charAt(i + 1));
      else if (quote === "`" && character === "$" && source.charAt(i + 1) === "{") closesHere = false;
      closesLater = closes;
      closes = closesHere;
    }
  }
  return (index) => unclosed.has(index);
}

const isLineBreak = /[\n\r\u2028\u2029]/;

/** Finds the signals of an expression. */
export function findSignals(source: string): FoundSignal[] {
  const found = (match: RegExpExecArray, offset: number): FoundSignal => {
    const start = match.index + offset;
    return { path: match.groups?.["path"] ?? "", start, end: start + match[0].length };
  };
  return matchesOf(textOrSignal, source).flatMap((match) => {
    const { code, path } = match.groups ?? {};
    // Behind the `${` of a template literal.
    if (code !== undefined) return Array.from(code.matchAll(signalInCode), (inner) => found(inner, match.index + 2));
    return path === undefined ? [] : [found(match, 0)];
  });
}

function replaced(pattern: RegExp, source: string, replace: (match: RegExpExecArray) => string): string {
  let result = "";
  let index = 0;
  for (const match of matchesOf(pattern, source)) {
    result += source.slice(index, match.index) + replace(match);
    index = match.index + match[0].length;
  }
  return result + source.slice(index);
}

/** Blanks the strings of an expression, so that only code is left, at its place. */
export function withoutStrings(source: string): string {
  return replaced(text, source, ([string]) => string.slice(0, 1) + " ".repeat(string.length - 2) + string.slice(-1));
}

/** The call of an action as far as its bracket, and where it stands. */
export interface FoundCall {
  readonly text: string;
  readonly start: number;
}

/** All that looks like the call of an action, which clients that call actions in strings take for one. */
export function callsOf(source: string): readonly FoundCall[] {
  return Array.from(source.matchAll(actionCall), ({ 0: text, index: start }) => ({ text, start }));
}

/** What other clients take for the call of an action. */
export function callsInCode(source: string): readonly FoundCall[] {
  return matchesOf(textSignalOrCall, source).flatMap(({ 0: text, 1: code, 3: action, index }): readonly FoundCall[] => {
    // Behind the `${` of a template literal.
    if (code !== undefined) return callsOf(code).map(({ text, start }) => ({ text, start: index + 2 + start }));
    return action === undefined ? [] : [{ text, start: index }];
  });
}

/** Takes out the calls of a function, up to the bracket that ends each. */
export function withoutCalls(source: string, call: string): string {
  let rest = "";
  let end = 0;
  for (let start = source.indexOf(call); start >= 0; start = source.indexOf(call, end)) {
    rest += source.slice(end, start);
    end = start + call.length;
    for (let depth = 1; depth > 0 && end < source.length; end++) {
      const character = source.charAt(end);
      depth += character === "(" ? 1 : character === ")" ? -1 : 0;
    }
  }
  return rest + source.slice(end);
}

// In a list of statements, a semicolon may stand between two slashes or two like quotes, and in a function without
// parameters that is called at once.
const blocks = [
  ...["/", '"', "'", "`"].map((mark) => new RegExp(`${mark}(?:\\\\${mark}|[^${mark}])*${mark}`, "y")),
  /\(\s*(?:function\s*\(\s*\)|\(\s*\)\s*=>)\s*(?!\{)[^;){]*\)\s*\(\s*\)/y,
];
const functionWithBraces = /\(\s*(?:function\s*\(\s*\)|\(\s*\)\s*=>)\s*\{/y;
const endOfFunction = /\}\s*\)\s*\(\s*\)/g;

/** Splits an expression into its statements. */
export function statementsOf(source: string): string[] {
  const statements = [""];
  const endFrom = nextFinder(endOfFunction, source);
  for (let index = 0; index < source.length;) {
    const piece = blockAt(source, index) ?? functionAt(source, index, endFrom) ?? source.charAt(index);
    if (piece === ";") statements.push("");
    else statements.push((statements.pop() ?? "") + piece);
    index += piece.length;
  }
  return statements.filter((statement) => statement !== "");
}

function blockAt(source: string, index: number): string | undefined {
  for (const block of blocks) {
    block.lastIndex = index;
    const found = block.exec(source)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

function functionAt(source: string, index: number, endFrom: (index: number) => number | undefined): string | undefined {
  functionWithBraces.lastIndex = index;
  if (!functionWithBraces.test(source)) return undefined;
  const end = endFrom(functionWithBraces.lastIndex);
  return end === undefined ? undefined : source.slice(index, end);
}

/**
 * Makes a function that finds the end of what a pattern matches next from an index on. Indices grow from call to call,
 * so that the source is searched once.
 */
function nextFinder(pattern: RegExp, source: string): (index: number) => number | undefined {
  let found = { start: -1, end: 0 };
  return (index) => {
    if (found.start < index) {
      pattern.lastIndex = index;
      const match = pattern.exec(source);
      found = match === null ? { start: Infinity, end: Infinity } : { start: match.index, end: pattern.lastIndex };
    }
    return found.start === Infinity ? undefined : found.end;
  };
}

// Datastar's own escape, in clients that call actions in strings: what stands between these marks is left alone.
const escapeMark = /\u{1F595}JS_|_DS\u{1F680}|[\n\r\u2028\u2029]/gu;

/** Takes out what Datastar is told to leave alone. */
export function withoutEscapes(source: string): string {
  return replaceEscapes(source, () => "");
}

/** Replaces what is escaped, which stands on one line. */
function replaceEscapes(source: string, replace: (text: string) => string): string {
  let result = "";
  let end = 0;
  let start: number | undefined;
  for (const { index, 0: mark } of source.matchAll(escapeMark)) {
    if (mark.endsWith("JS_")) start ??= index;
    else if (mark.startsWith("_DS") && start !== undefined) {
      result += source.slice(end, start) + replace(source.slice(start + "\u{1F595}JS_".length, index));
      end = index + mark.length;
      start = undefined;
    } else start = undefined;
  }
  return result + source.slice(end);
}

/** What some clients make of an expression. */
export interface Rewritten extends Versions {
  /** The body of the function that they compile. */
  readonly body: string;
}

/** What clients make of an expression: one, or two where they differ. */
export function rewritten(source: string, returnsValue: boolean): readonly Rewritten[] {
  const code = returnsValue ? returning(source.trim()) : source.trim();
  const older = { body: callingEverywhere(code), ...behaviours.callsInStrings };
  const newer = { body: callingInCode(code), ...behaviours.textInStrings };
  return older.body === newer.body ? [{ body: newer.body }] : [older, newer];
}

function callingEverywhere(code: string): string {
  const kept: string[] = [];
  const marked = replaceEscapes(code, (text) => `__kept${kept.push(text) - 1}_`);
  return rewriteSignals(marked)
    .replace(actionCall, calling)
    .replace(/__kept(\d+)_/g, (_, index: string) => kept[Number(index)] ?? "");
}

function callingInCode(code: string): string {
  return replaced(textSignalOrCall, code, ([found, inner, path, action]) => {
    if (inner !== undefined)
      return `\${${inner.replace(signalInCode, (_, path: string) => access(path)).replace(actionCall, calling)}}`;
    return path !== undefined ? access(path) : action !== undefined ? calling(found, action) : found;
  });
}

function calling(_: string, action: string): string {
  return `__action("${action}",evt,`;
}

/** A signal as a property of what holds all of them. */
function access(path: string): string {
  return `$['${path.split(".").join("']['")}']`;
}

function returning(source: string): string {
  const statements = statementsOf(source);
  const last = statements.pop();
  if (last === undefined) return "";
  return [...statements, last.trim().startsWith("return") ? last : `return (${last.trim()});`].join(";\n");
}

function rewriteSignals(source: string): string {
  let result = "";
  let index = 0;
  for (const { path, start, end } of findSignals(source)) {
    result += source.slice(index, start) + access(path);
    index = end;
  }
  return result + source.slice(index);
}
