import { escapeCharacter } from "./escape.js";

/**
 * Prints a regular expression without the characters that the client would take for the beginning of something else.
 * Each has an escape there, but for a `$` that stands for the end of the input and would be read as a signal because of
 * the letter behind it.
 */
export function safeRegularExpression(source: string, flags: string): string {
  const safe = source.replace(/\\?[\s\S]/gu, (token, index: number) => {
    const character = token.length > 1 && token.startsWith("\\") ? token.slice(1) : token;
    if (token === "$") return /^\w/.test(source.slice(index + 1)) ? (inClass(source, index) ? "\\x24" : "(?:$)") : "$";
    if (token === "\\/" || token === "/") return "\\/";
    return /['"`$@;]/.test(character) ? escapeCharacter(character) : token;
  });
  return `/${safe}/${flags}`;
}

function inClass(source: string, index: number): boolean {
  const before = source.slice(0, index).replace(/\\[\s\S]/g, "");
  return before.lastIndexOf("[") > before.lastIndexOf("]");
}
