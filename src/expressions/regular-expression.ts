import { escapeCharacter } from "./escape.js";

/**
 * Prints a regular expression without the characters that the client would take for the beginning of something else.
 * Each has an escape there, but for a `$` that stands for the end of the input and would be read as a signal because of
 * the letter behind it.
 */
export function safeRegularExpression(source: string, flags: string): string {
  const nests = flags.includes("v");
  let depth = 0;
  const safe = source.replace(pieces, (piece, index: number) => {
    if (piece.startsWith("(?<") || piece.startsWith("\\k<")) return piece.replaceAll("$", "\\u0024");
    // To the client, a backslash in front of the last slash escapes that, whatever stands in front of both.
    if (piece === "\\\\" && index + piece.length === source.length) return "\\x5c";
    if (piece === "\\/" || piece === "/") return "\\/";
    if (piece === "[" && (depth === 0 || nests)) depth++;
    else if (piece === "]" && depth > 0) depth--;
    if (piece === "$") return /^\w/.test(source.slice(index + 1)) ? (depth > 0 ? "\\x24" : "(?:$)") : "$";
    const character = piece.length > 1 && piece.startsWith("\\") ? piece.slice(1) : piece;
    return unsafe.test(character) ? escapeCharacter(character) : piece;
  });
  return `/${safe}/${flags}`;
}

// The name of a group, an escape, or one character.
const pieces = /(?:\(\?<(?![=!])|\\k<)[^>]*>|\\?[\s\S]/gu;
// The last begins what older clients leave alone.
const unsafe = /^['"`$@;\u{1F595}]$/u;
