import { entities } from "./entities.js";

/** Replaces the character references in the text of JSX, and in its attributes in quotes. Unknown ones stay. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g, (reference, hex?: string, decimal?: string, name = "") => {
    const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : undefined;
    if (code === undefined) return entities.get(name) ?? reference;
    return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
  });
}

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;
// Spaces on one line, as TypeScript has them.
const space = /[\t\v\f \xa0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff\x85]/;

/**
 * The text that a piece of JSX text stands for: lines are trimmed where they were broken, blank ones are dropped, and
 * the rest is joined with a space.
 */
export function jsxText(source: string): string {
  const lines = source.split(lineBreak);
  const last = lines.length - 1;
  return lines
    .map((line, index) => trimmed(line, index > 0, index < last))
    .filter((line) => line !== "")
    .map(decodeEntities)
    .join(" ");
}

// Loops: a regular expression for the end of a line begins anew at each of its spaces.
function trimmed(line: string, atStart: boolean, atEnd: boolean): string {
  let start = 0;
  let end = line.length;
  if (atStart) while (start < end && space.test(line.charAt(start))) start++;
  if (atEnd) while (end > start && space.test(line.charAt(end - 1))) end--;
  return line.slice(start, end);
}
