/** What a TypeScript compiler says of a file. */
export interface CompilerDiagnostic {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly code: number;
  readonly message: string;
}

/** Gives the text that the compiler reads in place of a file's own; `undefined` for a file that it reads as it is. */
export type ReadText = (file: string) => string | undefined;

/** A program of a TypeScript compiler, with texts of ours in place of those of some files. */
export interface Compiler {
  /** The paths of the files of the program that are not of packages. */
  readonly files: readonly string[];
  /** Whether it checks the types of JavaScript, where no comment says otherwise. */
  readonly checksJavaScript: boolean;
  /** Reads files again. */
  update(files: readonly string[]): void;
  /** What is wrong in a file. No other is looked at, but for the types that this one takes from it. */
  diagnose(file: string): readonly CompilerDiagnostic[];
  /** Where the property is named that is named at an offset in a file: where the names begin. */
  references(file: string, offset: number): readonly { readonly file: string; readonly start: number }[];
  /** Whether it is known what stands at an offset in a file. */
  isKnown(file: string, offset: number): boolean;
  /** What stands at an offset in a file: its name and type. */
  describe(file: string, offset: number): string | undefined;
  /** The names that can stand at an offset in a file. */
  complete(file: string, offset: number): readonly string[];
  close(): void;
}
