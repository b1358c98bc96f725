import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type Located, type Node, rangeOf } from "../diagnostics/program/syntax-tree.js";
import { nameUnknown } from "./static-value.js";

/** Something wrong, and where. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly place: Located;
  /** What to write instead. */
  readonly replacement: Replacement | undefined;
}

export interface Replacement {
  readonly place: Located;
  readonly text: string;
  /** Whether to ask first: it may have been meant as it stands, or there is more than one answer. */
  readonly isSuggestion?: boolean;
  /** What it needs besides, such as an import. */
  readonly also?: Insertion | undefined;
}

export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

export function finding(diagnostic: Diagnostic, place: Located, replacement?: Replacement): Finding {
  return { diagnostic: { ...diagnostic, message: nameUnknown(inTsx(diagnostic.message)) }, place, replacement };
}

/** Adds how TSX spells a modifier that a message shows as HTML does; an object can spell it so. */
function inTsx(message: string): string {
  const dotted = /__(\w+)\.(\w+)/;
  const [, name, tag] = dotted.exec(message) ?? [];
  const [attribute = ""] = message.split(": ", 1);
  return name === undefined || dotted.test(attribute)
    ? message
    : `${message} (In TSX, whose names have no dots: {{ …, ${name}: "${tag}" }}.)`;
}

/** Leaves out what was found twice, since an expression with two outcomes is looked at for each. */
export function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ diagnostic, place }: Finding): string =>
    [rangeOf(place)[0], diagnostic.rule, diagnostic.message].join("\n");
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

/** The name that is written in a place, and how to change it. */
export interface WrittenName {
  readonly text: string;
  readonly place: Node;
  /** What to write for another name; `undefined` if the place cannot hold that. */
  readonly renamed: (to: string) => string | undefined;
}
