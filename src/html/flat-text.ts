// Engines keep text that was added up as a tree of its pieces until somebody reads it. While it is young that is the
// fastest way to join strings. But a garbage collection copies such a tree piece by piece, and by the time the page is
// sent the pieces have left the processor's caches: without a remedy the 10,000th row of a page costs several times as
// much as the hundredth. So text is put into one piece once it is long enough for that to pay, and only once: what
// holds a long piece is not copied again, or deeply nested elements would be copied at every level.

/** From this length on, the markup of an element is put into one piece. */
const elementLength = 256;

/** From this length on, the markup of rows that are rendered one after the other is. */
export const rowsLength = 8192;

/** What was read; a result that nobody uses would be optimised away. */
let read = 0;

/** Puts text into one piece: engines do so when one of its characters is read. */
export function flatten(text: string): string {
  read = (read + text.charCodeAt(0)) % 2;
  return text;
}

/**
 * Puts markup into one piece if it has just become long.
 *
 * @param longest the length of its longest part
 */
export function flattenOnce(markup: string, longest: number): string {
  return markup.length >= elementLength && longest < elementLength ? flatten(markup) : markup;
}
