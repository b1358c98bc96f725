const bytesOf = (text: string): number => Buffer.byteLength(text);

/** A patch of about 2 KB in which one number changes; all of them have the same length. */
function rows(cell: string): (count: number) => string {
  let html = "";
  while (bytesOf(html) < 1950) html += `<td class="cell">${cell} ${html.length}</td>`;
  return (count) =>
    `<table id="prices" data-sent="{now}"><tr><td>${String(count).padStart(8, "0")}</td>${html}</tr></table>`;
}

export const texts = { ASCII: rows("price of item"), "non-ASCII": rows("价格 цена €") } as const;

/** So many events. */
export function events(text: keyof typeof texts, count: number): string[] {
  return Array.from({ length: count }, (_, i) => texts[text](i));
}
