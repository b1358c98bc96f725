import type { TemplateElement } from "oxc-parser";
import { decodeEntities } from "../../compile/jsx-text.js";

/** Text of the program, and the offset in the file of each of its characters, with one more for its end. */
export interface WrittenText {
  readonly text: string;
  readonly offsets: readonly number[];
  /** Where characters end that are not followed by the next one, as between `"a" + "b"`: by the index of the next. */
  readonly ends?: ReadonlyMap<number, number>;
}

/** Two texts as one. */
export function joinedText(first: WrittenText, second: WrittenText): WrittenText {
  const { length } = first.text;
  const later = Array.from(second.ends ?? [], ([index, end]): [number, number] => [index + length, end]);
  return {
    text: first.text + second.text,
    offsets: [...first.offsets.slice(0, -1), ...second.offsets],
    ends: new Map([...(first.ends ?? []), [length, first.offsets.at(-1) ?? 0], ...later]),
  };
}

/** A text without its beginning. */
export function textFrom({ text, offsets, ends }: WrittenText, index: number): WrittenText {
  const later = Array.from(ends ?? []).filter(([at]) => at > index);
  return {
    text: text.slice(index),
    offsets: offsets.slice(index),
    ends: new Map(later.map(([at, end]) => [at - index, end])),
  };
}

// What may stand for other characters than it is written with, and single characters.
const escapes = /\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|\r\n|[^])|\r\n|[^]/gu;
const entities = /&(?:#\d+|#x[\da-fA-F]+|\w+);|[^]/gu;

/** The text of a literal. */
export function codeText(text: string, raw: string, start: number): WrittenText {
  return { text, offsets: offsetsOf(text, raw, start, escapes, lengthOfEscape) };
}

/** The text of a piece of a template. */
export function templateText({ value: { cooked, raw }, start, end, tail }: TemplateElement, code: string): WrittenText {
  // Line breaks are one character in the value, however they are written.
  return codeText(cooked ?? raw, code.slice(start + 1, end - (tail ? 1 : 2)), start + 1);
}

/** The text of an attribute of TSX. */
export function attributeText(raw: string, start: number): WrittenText {
  const text = decodeEntities(raw);
  return { text, offsets: offsetsOf(text, raw, start, entities, (piece) => decodeEntities(piece).length) };
}

function offsetsOf(
  text: string,
  raw: string,
  start: number,
  pieces: RegExp,
  lengthOf: (piece: string) => number,
): readonly number[] {
  if (text.length === raw.length) return rangeOf(start, raw.length + 1);
  const offsets = Array.from(raw.matchAll(pieces)).flatMap(({ 0: piece, index }) => {
    const length = lengthOf(piece);
    return Array.from({ length }, (_, i) => start + index + (length === piece.length ? i : 0));
  });
  return [...offsets, start + raw.length];
}

function lengthOfEscape(piece: string): number {
  if (piece === "\r\n") return 1;
  if (!piece.startsWith("\\")) return piece.length;
  if (/^\\\r?\n$/.test(piece)) return 0;
  const [, point = ""] = /^\\u\{(.*)\}$/.exec(piece) ?? [];
  return point === "" ? 1 : String.fromCodePoint(parseInt(point, 16)).length;
}

function rangeOf(start: number, length: number): readonly number[] {
  const offsets: number[] = [];
  for (let i = 0; i < length; i++) offsets.push(start + i);
  return offsets;
}
