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
  /**
   * What is wrong in files that have been given other texts.
   *
   * @param texts the files that have other texts than before
   */
  diagnose(texts: ReadonlyMap<string, string>): readonly CompilerDiagnostic[];
  close(): void;
}
