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

interface Segment extends Origin {
  readonly at: number;
  readonly length: number;
}

/** A text for the TypeScript compiler that knows where its pieces come from. */
export class VirtualText {
  #texts: string[] = [];
  #length = 0;
  // In the order of the text.
  readonly #segments: Segment[] = [];

  get text(): string {
    if (this.#texts.length > 1) this.#texts = [this.#texts.join("")];
    return this.#texts[0] ?? "";
  }

  /** @param origin what it stands for; absent for what nothing stands for */
  add(text: string, origin?: Origin): void {
    if (origin !== undefined && text !== "") {
      // Written out: there are many, and spreading takes longer.
      const { start, end, isExpression, isVerbatim, isQuestion = false } = origin;
      const { length } = text;
      this.#segments.push({ start, end, isExpression, isVerbatim, isQuestion, at: this.#length, length });
    }
    this.#texts.push(text);
    this.#length += text.length;
  }

  /** Where a piece of it comes from; `undefined` for what has been added. */
  originOf(start: number, end: number): Origin | undefined {
    const first = this.#segmentAt(start);
    if (first === undefined) return undefined;
    const last = this.#segmentAt(Math.max(start, end - 1)) ?? first;
    const from = first.isVerbatim ? first.start + start - first.at : first.start;
    const to = last.isVerbatim ? last.start + Math.min(end - last.at, last.length) : last.end;
    const isWithin = last.isExpression === first.isExpression && to >= from;
    return { ...first, start: from, end: isWithin ? to : first.end };
  }

  /** The place in it of an offset in an expression of the real text, and where what stands there comes from. */
  placeOf(offset: number): { readonly at: number; readonly origin: Origin } | undefined {
    // Of several, what is written as it is, or a name, comes last.
    const found = this.#segments.findLast(
      ({ isExpression, start, end, length }) => isExpression && length > 0 && start <= offset && offset < end,
    );
    if (found === undefined) return undefined;
    return { at: found.isVerbatim ? found.at + offset - found.start : found.at, origin: found };
  }

  #segmentAt(offset: number): Segment | undefined {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#segments[middle]?.at ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    const segment = this.#segments[low - 1];
    return segment !== undefined && offset < segment.at + segment.length ? segment : undefined;
  }
}
