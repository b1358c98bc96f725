/**
 * Stands for a value that is not known yet, so that an attribute can be printed before its values are there.
 *
 * Put it wherever `js`, `url`, the actions and the options of attributes take data, print the attribute, and hand the
 * text to {@link piecesOf}. What is printed holds for every value that {@link printsInPlace}: such a value is put where
 * the unknown stands, and any other value needs the attribute printed again. Where even those would be printed in
 * different ways, printing throws. An unknown whose piece is missing has been looked at without being printed, as a
 * condition is: then the text holds for nothing.
 */
export class Unknown {
  /** @param index tells it from other unknowns of the same text */
  constructor(readonly index: number) {}

  /** What is printed for an unknown in the place of a literal: digits as they are, a word within single quotes. */
  asLiteral(): string {
    return `\0L${this.index}\0`;
  }

  /** What is printed for an unknown in a URL, in which digits and words stand as they are. */
  asText(): string {
    return `\0T${this.index}\0`;
  }

  [Symbol.toPrimitive](): never {
    throw new TypeError("A value that is not known yet has no text.");
  }
}

/** A piece of printed text: text that is known, or the place of an unknown. */
export type Piece = string | UnknownPiece;

export interface UnknownPiece {
  /** The index of the {@link Unknown}. */
  readonly index: number;
  /** Whether a word has single quotes around it there. Digits have none anywhere. */
  readonly quotesWords: boolean;
}

/** Changes what is known of a text, and leaves the unknowns in it. */
export function printKnown(text: string, print: (known: string) => string): string {
  return text
    .split(/(\0[LT]\d+\0)/)
    .map((piece, i) => (i % 2 === 0 ? print(piece) : piece))
    .join("");
}

/** Splits printed text at its unknowns: known text stands at both ends and between them, and may be empty. */
export function piecesOf(printed: string): readonly Piece[] {
  return printed.split(/\0([LT]\d+)\0/).map((piece, i): Piece => {
    if (i % 2 === 0) return piece;
    return { index: Number(piece.slice(1)), quotesWords: piece.startsWith("L") };
  });
}

/** Whether a value is printed as digits, or as a word that needs no escape in a literal nor in a URL. */
export function printsInPlace(value: unknown): value is string | number {
  if (typeof value === "string") return /^[\w-]+$/.test(value);
  return Number.isSafeInteger(value) && ((value as number) > 0 || Object.is(value, 0));
}
