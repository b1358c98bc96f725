import { countBefore } from "../source/positions.js";

/** Where a piece of a virtual text comes from, as offsets in the real one. */
export interface Origin {
  readonly start: number;
  readonly end: number;
  /** Whether it stands in an expression for the browser. */
  readonly isExpression: boolean;
  /** Whether it is the same text, character by character. */
  readonly isVerbatim: boolean;
  /** Whether it asks something of a value of the server. */
  readonly isQuestion?: boolean;
}

interface Piece extends Origin {
  readonly at: number;
  readonly length: number;
}

/**
 * The pieces of a virtual text in its order, a list for each of their properties: there are many, and objects would
 * take longer to make.
 */
export interface Pieces {
  /** Where they begin in the text. */
  readonly at: readonly number[];
  readonly lengths: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly kinds: readonly number[];
}

const kinds = { isExpression: 1, isVerbatim: 2, isQuestion: 4 } as const;

/** Puts a text for the TypeScript compiler together. */
export class VirtualTextWriter {
  readonly #texts: string[] = [];
  #length = 0;
  readonly #at: number[] = [];
  readonly #lengths: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #kinds: number[] = [];

  /** @param origin what it stands for; absent for what nothing stands for */
  add(text: string, origin?: Origin): void {
    if (origin !== undefined && text !== "") {
      this.#at.push(this.#length);
      this.#lengths.push(text.length);
      this.#starts.push(origin.start);
      this.#ends.push(origin.end);
      this.#kinds.push(
        (origin.isExpression ? kinds.isExpression : 0) |
          (origin.isVerbatim ? kinds.isVerbatim : 0) |
          (origin.isQuestion === true ? kinds.isQuestion : 0),
      );
    }
    this.#texts.push(text);
    this.#length += text.length;
  }

  written(): VirtualText {
    return new VirtualText(this.#texts.join(""), {
      at: this.#at,
      lengths: this.#lengths,
      starts: this.#starts,
      ends: this.#ends,
      kinds: this.#kinds,
    });
  }
}

/** A text for the TypeScript compiler that knows where its pieces come from. */
export class VirtualText {
  readonly text: string;
  readonly pieces: Pieces;

  constructor(text: string, pieces: Pieces) {
    this.text = text;
    this.pieces = pieces;
  }

  /** Where a piece of it comes from; `undefined` for what has been added. */
  originOf(start: number, end: number): Origin | undefined {
    const first = this.#pieceAt(start);
    if (first === undefined) return undefined;
    const last = this.#pieceAt(Math.max(start, end - 1)) ?? first;
    const from = first.isVerbatim ? first.start + start - first.at : first.start;
    const to = last.isVerbatim ? last.start + Math.min(end - last.at, last.length) : last.end;
    const isWithin = last.isExpression === first.isExpression && to >= from;
    return { ...first, start: from, end: isWithin ? to : first.end };
  }

  /** The place in it of an offset in an expression of the real text, and where what stands there comes from. */
  placeOf(offset: number): { readonly at: number; readonly origin: Origin } | undefined {
    const { starts, ends } = this.pieces;
    // Of several, what is written as it is, or a name, comes last.
    const index = starts.findLastIndex((start, i) => {
      return start <= offset && offset < (ends[i] ?? 0) && this.#piece(i).isExpression;
    });
    if (index < 0) return undefined;
    const found = this.#piece(index);
    return { at: found.isVerbatim ? found.at + offset - found.start : found.at, origin: found };
  }

  #pieceAt(offset: number): Piece | undefined {
    const index = countBefore(this.pieces.at, offset + 1) - 1;
    if (index < 0) return undefined;
    const piece = this.#piece(index);
    return offset < piece.at + piece.length ? piece : undefined;
  }

  #piece(index: number): Piece {
    const { at, lengths, starts, ends, kinds: all } = this.pieces;
    const kind = all[index] ?? 0;
    return {
      at: at[index] ?? 0,
      length: lengths[index] ?? 0,
      start: starts[index] ?? 0,
      end: ends[index] ?? 0,
      isExpression: (kind & kinds.isExpression) > 0,
      isVerbatim: (kind & kinds.isVerbatim) > 0,
      isQuestion: (kind & kinds.isQuestion) > 0,
    };
  }
}
