// A carriage return is escaped because HTML parsers read it as a line feed (and event streams as the end of a line). A
// NUL has no escape in HTML, so it becomes what parsers make of it.

// Up to this length a loop is faster than searches for one character after the other. Longer text that was added up V8
// keeps in pieces: a loop would ask for them at each character, and regular expressions are slow to put them into one.
export const short = 12;

/** Escapes text between tags. */
export function escapeText(text: string): string {
  return (text.length > short ? includesSpecial(text) : hasSpecial(text, 0)) ? replace(text) : text;
}

/**
 * Escapes the value of an attribute in double quotes. `<` is escaped too: Datastar looks for `</body>` and the like
 * anywhere in the markup it gets.
 */
export function escapeAttribute(value: string): string {
  return (value.length > short ? includesQuoteOrSpecial(value) : hasSpecial(value, 34))
    ? replace(value, "&quot;")
    : value;
}

/** Whether there is something to escape, for long text: searched for one after the other. */
export function includesSpecial(text: string): boolean {
  return text.includes("&") || text.includes("<") || text.includes("\r") || text.includes("\0");
}

/** The same for a quote as well. */
function includesQuoteOrSpecial(text: string): boolean {
  // The first search has put text that was added up into one piece.
  return text.includes('"') || (text.length > line ? includesSpecial(text) : special.test(text));
}

/** Up to this length one regular expression is faster than several searches, if text is in one piece. */
export const line = 40;
/** What is to be escaped. */
export const special = /[&<"\r\0]/;

/** The same for short text, in a loop, and for a quote as well. */
export function hasSpecial(text: string, quote: number): boolean {
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    if (
      character < 61 &&
      (character === 60 || character === 38 || character === 13 || character === 0 || character === quote)
    )
      return true;
  }
  return false;
}

// A loop, which takes two thirds of the time of a regular expression with a function.
function replace(text: string, quote?: string): string {
  let escaped = "";
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const escape = escapeOf(text.charCodeAt(i), quote);
    if (escape === undefined) continue;
    escaped += text.slice(start, i) + escape;
    start = i + 1;
  }
  return escaped + text.slice(start);
}

function escapeOf(character: number, quote: string | undefined): string | undefined {
  if (character === 38) return "&amp;";
  if (character === 60) return "&lt;";
  if (character === 34) return quote;
  if (character === 13) return "&#13;";
  return character === 0 ? "\ufffd" : undefined;
}
