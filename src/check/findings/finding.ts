import type { CompilerDiagnostic } from "../compilers/compiler.js";
import { isJavaScript } from "../source/checked-modules.js";
import { lineStarts, placeOf } from "../source/positions.js";
import type { VirtualFile } from "../virtual/virtual-file.js";
import { isOfMissing, messageFor } from "./message.js";
import { serverMessage } from "./server-messages.js";

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

/** What mistakes are numbered as that no compiler saw: as an unexpected token, or as a name that is not known. */
const syntaxCode = 1109;

/** What is wrong with a value of the server: of several, one is enough. */
const notSatisfied = 1360;

/**
 * Makes findings of what the compiler says of a file, and of the mistakes that were seen before.
 *
 * @param hasId whether an element of the program has an id
 */
export function findingsIn(
  file: string,
  code: string,
  { text, mistakes, guarded }: VirtualFile,
  diagnostics: readonly CompilerDiagnostic[],
  hasId: (id: string) => boolean,
): readonly Finding[] {
  const places = new Set(mistakes.map(({ start }) => start));
  const found = [
    ...mistakes.map((mistake) => ({ code: syntaxCode, ...mistake })),
    ...diagnostics.flatMap((diagnostic) => {
      if (isOfSyntax(diagnostic, file)) return [];
      const origin = text.originOf(diagnostic.start, diagnostic.end);
      if (origin === undefined || places.has(origin.start)) return [];
      const written = code.slice(origin.start, origin.end);
      const { code: number } = diagnostic;
      const isGuarded = guarded.some(({ start, end }) => start <= origin.start && origin.start < end);
      if (isGuarded && origin.isExpression && isOfMissing(number)) return [];
      const message = origin.isExpression
        ? messageFor(diagnostic, text.text, written, hasId)
        : origin.isQuestion === true
          ? serverMessage(diagnostic, written)
          : undefined;
      return message === undefined ? [] : [{ start: origin.start, end: origin.end, message, code: number }];
    }),
  ];
  const seen = new Set<string>();
  const lines = lineStarts(code);
  return found
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, message, code }) => {
      const key = code === notSatisfied ? String(start) : `${start} ${message}`;
      return !seen.has(key) && seen.add(key);
    })
    .map((one) => {
      const { line, character } = placeOf(lines, one.start);
      return { ...one, file, line: line + 1, column: character + 1 };
    });
}

/** Whether the compiler says that types stand in JavaScript, as they do in what we write into it. */
function isOfSyntax({ code }: CompilerDiagnostic, file: string): boolean {
  return code >= 8000 && code < 8100 && isJavaScript(file);
}
