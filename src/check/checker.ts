import type { Finding } from "./findings/finding.js";
import type { NamedAt } from "./rename/left-names.js";
import type { Rename } from "./rename/rename.js";

/** The checker of a project's expressions. */
export interface Checker {
  /** The files of the project. */
  readonly files: readonly string[];
  /** The files of types alone, which are no packages'. */
  readonly declarations: readonly string[];
  /**
   * Checks all expressions the first time, then those of the files that have changed. What is found in the others is
   * what was found before, until {@link checkNext} comes to them.
   *
   * @param changed the files to read again, and their texts where these are not saved
   */
  check(changed?: ReadonlyMap<string, string | undefined>): readonly Finding[];
  /** Checks one more file, since changes of others may have changed its types; `undefined` when there is none left. */
  checkNext(): readonly Finding[] | undefined;
  /** The modules of JavaScript with expressions that TypeScript does not check, and so nobody. */
  unchecked(): readonly string[];
  /** What an expression says at an offset, with its type and where it stands. */
  hover(file: string, offset: number): Hover | undefined;
  /**
   * The names that can be typed at an offset of an expression.
   *
   * @param code the text of the file, which need not parse
   */
  complete(file: string, code: string, offset: number): readonly string[];
  /** The text of a file as it was checked. */
  textOf(file: string): string;
  /**
   * What has to be changed to give another name to the signal that is named at an offset.
   *
   * @param name the new name, without a `$`
   */
  rename(file: string, offset: number, name: string): Rename;
  /** Where signals are named, by their paths. */
  named(paths: ReadonlySet<string>): readonly NamedAt[];
  close(): void;
}

export interface Hover {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
