// What the client makes of an expression before it compiles it. It works on the text, with regular expressions, and so
// does this: what they misread, the client misreads as well.
import { behaviours, type Versions } from "../base/client-versions.js";

const quoted = String.raw`"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'`;
const plainTemplate = "`(?:\\\\.|[^`\\\\$]|\\$(?!\\{))*`";
const signal = String.raw`\$(?<path>\w+(?:[.-]\w+)*)`;

const call = String.raw`@([A-Za-z_$][\w$]*)\(`;

const text = new RegExp(`${quoted}|${plainTemplate}`, "g");
const textOrSignal = new RegExp(`${quoted}|${plainTemplate}|\\$\\{(?<code>[^{}]*)\\}|${signal}`, "g");
const textSignalOrCall = new RegExp(`${textOrSignal.source}|${call}`, "g");
const signalInCode = new RegExp(signal, "g");

/** The call of an action, wherever it stands. */
export const actionCall = new RegExp(call, "g");

/** A signal of an expression, and where it stands. */
export interface FoundSignal {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the signals of an expression. */
export function findSignals(source: string): FoundSignal[] {
  const found = (match: RegExpExecArray, offset: number): FoundSignal => {
    const start = match.index + offset;
    return { path: match.groups?.["path"] ?? "", start, end: start + match[0].length };
  };
  return Array.from(source.matchAll(textOrSignal)).flatMap((match) => {
    const { code, path } = match.groups ?? {};
    // Behind the `${` of a template literal.
    if (code !== undefined) return Array.from(code.matchAll(signalInCode), (inner) => found(inner, match.index + 2));
    return path === undefined ? [] : [found(match, 0)];
  });
}

/** Blanks the strings of an expression, so that only code is left, at its place. */
export function withoutStrings(source: string): string {
  return source.replace(text, (string) => string.slice(0, 1) + " ".repeat(string.length - 2) + string.slice(-1));
}

/** The strings of an expression, without the code in template literals. */
export function stringsOf(source: string): { readonly text: string; readonly hasCode: boolean }[] {
  const strings = source.matchAll(new RegExp(`${quoted}|\`(?:\\\\.|[^\`\\\\])*\``, "g"));
  return Array.from(strings, ([string]) => {
    const hasCode = string.startsWith("`") && string.includes("${");
    return { text: hasCode ? string.replace(/\$\{[^{}]*\}/g, "") : string, hasCode };
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
  /\(\s*(?:function\s*\(\s*\)|\(\s*\)\s*=>)\s*(?:\{[^]*?\}|[^;){]*)\s*\)\s*\(\s*\)/y,
];

/** Splits an expression into its statements. */
export function statementsOf(source: string): string[] {
  const statements = [""];
  for (let index = 0; index < source.length;) {
    const piece = blockAt(source, index) ?? source.charAt(index);
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

// Datastar's own escape, in clients that call actions in strings: what stands between these marks is left alone.
const escape = /\u{1F595}JS_(.*?)_DS\u{1F680}/gu;

/** Takes out what Datastar is told to leave alone. */
export function withoutEscapes(source: string): string {
  return source.replace(escape, "");
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
  const marked = code.replace(escape, (_, text: string) => `__kept${kept.push(text) - 1}_`);
  return rewriteSignals(marked)
    .replace(actionCall, calling)
    .replace(/__kept(\d+)_/g, (_, index: string) => kept[Number(index)] ?? "");
}

function callingInCode(code: string): string {
  return code.replace(textSignalOrCall, (found, inner?: string, path?: string, action?: string) => {
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
