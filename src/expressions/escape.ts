const shortEscapes: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Writes a character as an escape sequence of strings and regular expressions. */
export function escapeCharacter(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  let escaped = "";
  for (let i = 0; i < character.length; i++) {
    const code = character.charCodeAt(i);
    escaped += code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
  }
  return escaped;
}
