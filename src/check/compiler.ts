/** What a TypeScript compiler says of a file. */
export interface CompilerDiagnostic {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly code: number;
  readonly message: string;
}

/** A program of a TypeScript compiler, with texts of ours in place of those of some files. */
export interface Compiler {
  /** The paths of the files of the program that are not of packages. */
  readonly files: readonly string[];
  /** Gives files other texts than before. */
  update(texts: ReadonlyMap<string, string>): void;
  /** What is wrong in files that have been given other texts. */
  diagnose(): readonly CompilerDiagnostic[];
  /** What stands at an offset in a file: its name and type. */
  describe(file: string, offset: number): string | undefined;
  /** The names that can stand at an offset in a file. */
  complete(file: string, offset: number): readonly string[];
  close(): void;
}
