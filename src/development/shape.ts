/**
 * The source of an attribute without what data makes of it: what is left is checked once for all that are alike.
 *
 * Numbers and texts become others of their kind, but for those that a check reads.
 */
export function shapeOf(source: string): string {
  if (!/['\d]/.test(source)) return source;
  return (source.includes("'") ? withoutTexts(source) : source).replace(number, "0");
}

// A number that no name ends in, and that is no name of a property.
const number = /(?<=[([,=/:?+*<>&|] ?)\d+(?:\.\d+)?(?=[ ),;'/}\]]|$)/g;

// A text without an end takes the rest: to look for one behind each of its quotes would take long.
const piece = /'(?:[^'\\]|\\.)*('?)|"(?:[^"\\]|\\.)*("?)|[`/]/g;

/** Replaces texts where it is certain that they are some: a slash could begin a comment or a regular expression. */
function withoutTexts(source: string): string {
  let isCertain = true;
  const code = source.replace(piece, (text, single: string | undefined, double: string | undefined, index: number) => {
    if (!(single ?? double)) isCertain = false;
    return isData.test(text) && !isRead(source, index, index + text.length) ? placeholderFor(text) : text;
  });
  return isCertain ? code : source;
}

// What our serialiser writes, and neither a signal nor an action, which stand at the start of a text by mistake.
const isData = /^'(?!\\x(?:24|40))(?:[^'"`\\@$;}\u{1F595}\p{Surrogate}\n\r]|\\(?:[nrt]|x[\da-f]{2}|u[\da-f]{4}))+'$/u;

/** Whether a check reads a text: it is the name of a property, the pattern of a filter, or one of an option's words. */
function isRead(source: string, start: number, end: number): boolean {
  if (/^\s*:/.test(source.slice(end, end + 8))) return true;
  const before = source.slice(Math.max(0, start - 16), start);
  return /clude['"]?\s*:\s*$/.test(before) || (/:\s*$/.test(before) && /^\w+$/.test(source.slice(start + 1, end - 1)));
}

/** Patterns of checks tell texts with escape sequences from those without. */
function placeholderFor(text: string): string {
  return text.includes("\\") ? String.raw`'\x7e'` : "'~'";
}

/** The same for an attribute that is none of Datastar's: what matters is whether it looks like source. */
export function shapeOfOther(text: string): string {
  if (/[$@]/.test(text) || text.trim() === "") return text;
  return /[()[\]{}=!?<>'"`;]/.test(text) ? "()" : "text";
}
