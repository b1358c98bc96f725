import type { CompilerDiagnostic } from "./compiler.js";
import type { VirtualFile } from "./virtual-file.js";

/** Something wrong in an expression, and where. */
export interface Finding {
  readonly file: string;
  /** The offsets in the file. */
  readonly start: number;
  readonly end: number;
  /** From 1, as `tsc` counts. */
  readonly line: number;
  readonly column: number;
  /** The number of the compiler's message. */
  readonly code: number;
  readonly message: string;
}

/** What a mistake that no compiler saw is numbered as: `Cannot find name`, or what is not expected. */
const mistakeCode = 2304;

/** Makes findings of what the compiler says of a file, and of the mistakes that were seen before. */
export function findingsIn(
  file: string,
  code: string,
  { text, mistakes }: VirtualFile,
  diagnostics: readonly CompilerDiagnostic[],
): readonly Finding[] {
  const found = [
    ...mistakes.map((mistake) => ({ ...mistake, code: mistakeCode })),
    ...diagnostics.flatMap((diagnostic) => {
      const origin = text.originOf(diagnostic.start, diagnostic.end);
      if (origin === undefined || !origin.isExpression) return [];
      const written = code.slice(origin.start, origin.end);
      const { code: number } = diagnostic;
      const message = messageFor(diagnostic, text.text, written);
      return message === undefined ? [] : [{ start: origin.start, end: origin.end, message, code: number }];
    }),
  ];
  const seen = new Set<string>();
  const lines = lineStarts(code);
  return found
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, message }) => {
      const key = `${start} ${message}`;
      return !seen.has(key) && seen.add(key);
    })
    .map((one) => ({ ...one, file, ...placeOf(lines, one.start) }));
}

function lineStarts(code: string): readonly number[] {
  return [0, ...Array.from(code.matchAll(/\r\n|[\n\r\u2028\u2029]/g), ({ 0: end, index }) => index + end.length)];
}

function placeOf(lines: readonly number[], offset: number): { readonly line: number; readonly column: number } {
  const line = lines.findLastIndex((start) => start <= offset);
  return { line: line + 1, column: offset - (lines[line] ?? 0) + 1 };
}

/** Messages on what JavaScript that is no TypeScript does not say: the types of its parameters and variables. */
function isOfTypesNotWritten(code: number): boolean {
  return (code >= 7000 && code < 7100) || code === 6133 || code === 6196 || code === 6198;
}

/** What is told of a diagnostic; `undefined` for one that is none in an expression. */
function messageFor(
  { code, message, start }: CompilerDiagnostic,
  virtual: string,
  written: string,
): string | undefined {
  const before = virtual.slice(Math.max(0, start - 20), start);
  if (before.endsWith("__ds.client.") && (code === 2339 || code === 2551 || code === 7017))
    return `${written} is of the server, and the browser has none: put its value in, as \${${written}}.`;
  if (isOfTypesNotWritten(code)) return undefined;
  // The client has elements that the program cannot know of; only what the program declares can be told to be missing.
  if ((code === 18047 || code === 2531) && !written.startsWith("$")) return undefined;
  // `==` compares texts with numbers.
  if (code === 2367 && !/[!=]==/.test(written)) return undefined;
  const suggestion = / Did you mean '(\w+)'\?/.exec(message)?.[1];
  if (/__ds\.signals(?:\.|\[")$/.test(before) && (code === 2339 || code === 2551 || code === 7053)) {
    const nearest = suggestion === undefined ? "" : ` Did you mean $${suggestion}?`;
    return `No signal $${written} is declared.${nearest}`;
  }
  if (before.endsWith("__ds.actions.") && (code === 2339 || code === 2551)) {
    const nearest = suggestion === undefined ? "" : ` Did you mean @${suggestion}?`;
    return `There is no action @${written}.${nearest}`;
  }
  return inWordsOfTheProgram(message);
}

/** Takes names of ours out of a message. */
function inWordsOfTheProgram(message: string): string {
  return message
    .replaceAll(/__ds\.(?:window|client)\.|__ds\.|Lookups & (?:Fields & )?/g, "")
    .replaceAll(/ & \{ readonly target: [^{}]*\}/g, "")
    .replaceAll(/__hole\d+\.value/g, "${…}");
}
