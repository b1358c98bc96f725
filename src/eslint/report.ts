// What ESLint and a rule tell each other. Its own types would make every user of the package install it.
import type { Located, VisitorKeys } from "../diagnostics/program/syntax-tree.js";

/** Makes changes of the source, all or none of them. */
export type Fix = (fixer: { replaceTextRange(range: [number, number], text: string): Edit }) => Edit[];

/** A change as ESLint knows it. */
interface Edit {
  range: [number, number];
  text: string;
}

/** What a rule tells ESLint of a mistake. */
export interface Report {
  readonly node: Located;
  readonly messageId: string;
  readonly data: { readonly [name: string]: string };
  readonly fix?: Fix;
  readonly suggest?: {
    readonly messageId: string;
    readonly data: { readonly [name: string]: string };
    readonly fix: Fix;
  }[];
}

/** What ESLint has of a file. Of files that are no text it has none of this. */
export interface SourceCode {
  readonly text?: string;
  /** The program, or what other languages have. */
  readonly ast?: unknown;
  readonly visitorKeys?: VisitorKeys;
}

/** What ESLint tells a rule, and is told. */
export interface RuleContext {
  readonly sourceCode: SourceCode;
  /** The path of the file. */
  readonly filename?: string;
  /** What the user's configuration says for all rules. */
  readonly settings?: { readonly [name: string]: unknown };
  report(problem: Report): void;
}
