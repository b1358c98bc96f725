import type { Node } from "oxc-parser";

/** Code to write: text, and expressions of the source, which stay where they are and in their order. */
export type Code = readonly (string | Node | Mark)[];

/** Says where the text behind it comes from. */
export interface Mark {
  /** An offset in the source. */
  readonly at: number;
}

/** A value in the markup, as code that evaluates to its text. */
export interface Hole {
  readonly code: Code;
  /** Whether its text may be there only later, as a promise. */
  readonly waits: boolean;
}

/** A piece of markup: known now, or when it is rendered. */
export type Part = string | Hole;

/** Joins pieces of known markup that follow each other. */
export function merged(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === "string" && typeof last === "string") result.splice(-1, 1, last + part);
    else if (part !== "") result.push(part);
  }
  return result;
}

/** Joins pieces of code with text between them. */
export function joined(pieces: readonly Code[], separator: string): Code {
  return pieces.flatMap((piece, index) => (index === 0 ? piece : [separator, ...piece]));
}
