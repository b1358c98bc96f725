/**
 * Says why a module is refused, and where. It has the properties that Rollup and Vite show; {@link framed} is for tools
 * that show the message only.
 */
export class SourceError extends SyntaxError {
  override readonly name = "SourceError";
  /** The file. */
  readonly id: string;
  /** The place, with its line from 1 and its column from 0. */
  readonly loc: { readonly file: string; readonly line: number; readonly column: number };
  readonly lineText: string;
  /** How many characters of the line it is about. */
  readonly length: number;
  /** The line that it is about, with a mark below the place. */
  readonly frame: string;
  /** What is wrong, and what to write instead. */
  readonly problem: string;

  /** @param range the offsets in the code of what is wrong */
  constructor(problem: string, file: string, code: string, range: readonly [start: number, end: number]) {
    const before = code.slice(0, range[0]).split(lineBreak);
    const line = before.length;
    const column = before.at(-1)?.length ?? 0;
    super(`${file}:${line}:${column + 1}: ${problem}`);
    this.problem = problem;
    this.id = file;
    this.loc = { file, line, column };
    this.lineText = code.split(lineBreak)[line - 1] ?? "";
    this.length = Math.max(1, Math.min(range[1] - range[0], this.lineText.length - column));
    const margin = `${line} | `;
    // Tabs stay, so that the mark stands below its place.
    const indent = this.lineText.slice(0, column).replace(/[^\t]/g, " ");
    this.frame = `${margin}${this.lineText}\n${" ".repeat(margin.length)}${indent}${"^".repeat(this.length)}`;
  }
}

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

/** Puts the line that an error is about into its message. */
export function framed(error: unknown): unknown {
  if (error instanceof SourceError) error.message += `\n\n${error.frame}`;
  return error;
}
