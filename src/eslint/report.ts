// What a rule tells ESLint. Its own types would make every user of the package install it.
import type { Located } from "../diagnostics/program/syntax-tree.js";

/** Makes one change of the source. */
export type Fix = (fixer: { replaceTextRange(range: [number, number], text: string): Edit }) => Edit;

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
