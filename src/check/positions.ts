/** A place in a text, as editors count: from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The offset of a place. */
export function offsetAt(text: string, { line, character }: Position): number {
  const start = lineStarts(text)[line] ?? text.length;
  return Math.min(text.length, start + character);
}

/** The place of an offset. */
export function positionAt(text: string, offset: number): Position {
  return placeOf(lineStarts(text), offset);
}

/** Where the lines of a text begin, as TypeScript counts them. */
export function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|[\n\r\u2028\u2029]/g), ({ 0: end, index }) => index + end.length)];
}

/** @param lines where lines begin */
export function placeOf(lines: readonly number[], offset: number): Position {
  const line = countBefore(lines, offset + 1) - 1;
  return { line, character: offset - (lines[line] ?? 0) };
}

/** How many offsets, which are in order, are less than one. */
export function countBefore(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
