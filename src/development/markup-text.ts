/** How many texts are kept: what is turned into text stands in the page soon, or never. */
const most = 64;
const recent = new Set<string>();

/** Takes notice of markup that a program turns into text. */
export function keepMarkupText(text: string): void {
  if (!text.includes("<")) return;
  recent.delete(text);
  recent.add(text);
  if (recent.size > most) for (const oldest of recent) return void recent.delete(oldest);
}

/** The longest markup within a text, if a program has just made it of an element: shown as text, its tags are seen. */
export function markupIn(text: string): string | undefined {
  if (!text.includes("<")) return undefined;
  let longest = "";
  for (const markup of recent) if (markup.length > longest.length && text.includes(markup)) longest = markup;
  return longest === "" ? undefined : longest;
}
