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
  const found = [...recent].filter((markup) => text.includes(markup));
  return found.toSorted((a, b) => b.length - a.length)[0];
}
