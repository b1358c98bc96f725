/** A piece of a file. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place in a text, as editors count: from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The offset of a place; that of the end of the line, where it is not as long. */
export function offsetAt(text: string, { line, character }: Position): number {
  const lines = editorLines(text);
  const start = lines[line] ?? text.length;
  const next = lines[line + 1] ?? Infinity;
  const end = next === Infinity ? text.length : next - (/\r?\n$|\r$/.exec(text.slice(start, next))?.[0].length ?? 0);
  return Math.min(end, start + character);
}

/** The place of an offset. */
export function positionAt(text: string, offset: number): Position {
  return placeOf(editorLines(text), offset);
}

/** Where the lines of a text begin, as editors count them. */
function editorLines(text: string): readonly number[] {
  return startsBehind(text, /\r\n|[\n\r]/g);
}

/** Where the lines of a text begin, as TypeScript counts them. */
export function lineStarts(text: string): readonly number[] {
  return startsBehind(text, /\r\n|[\n\r\u2028\u2029]/g);
}

function startsBehind(text: string, end: RegExp): readonly number[] {
  return [0, ...Array.from(text.matchAll(end), ({ 0: found, index }) => index + found.length)];
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
