// A carriage return is escaped because HTML parsers read it as a line feed (and event streams as the end of a line). A
// NUL has no escape in HTML, so it becomes what parsers make of it.
const inText = /[&<\r\0]/;
const inAttribute = /[&<"\r\0]/;

const escapes: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\0": "\ufffd",
};

/** Escapes text between tags. */
export function escapeText(text: string): string {
  return inText.test(text) ? text.replace(/[&<\r\0]/g, escapeCharacter) : text;
}

/**
 * Escapes the value of an attribute in double quotes. `<` is escaped too: Datastar looks for `</body>` and the like
 * anywhere in the markup it gets.
 */
export function escapeAttribute(value: string): string {
  return inAttribute.test(value) ? value.replace(/[&<"\r\0]/g, escapeCharacter) : value;
}

function escapeCharacter(character: string): string {
  return escapes[character] ?? character;
}
