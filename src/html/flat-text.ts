// Engines keep text that was added up as a tree of its pieces until somebody reads it. While it is young that is the
// fastest way to join strings. But a garbage collection copies such a tree piece by piece, and by the time the page is
// sent the pieces have left the processor's caches: without a remedy the 10,000th row of a page costs several times as
// much as the hundredth. So text is put into one piece once it is long enough for that to pay, and only once: what
// holds a long piece is not copied again, or deeply nested elements would be copied at every level.

/** From this length on, the markup of an element is put into one piece. */
const elementLength = 256;

/** From this length on, the markup of rows that are rendered one after the other is. */
export const rowsLength = 8192;

/** What was found last; a search whose result nobody uses would be optimised away. */
let isFound = false;

/**
 * Puts markup into one piece: engines do so when they search in it. Most markup begins with what is searched for, and
 * V8 takes longer to read a character.
 */
export function flatten(markup: string): string {
  isFound = markup.includes("<") !== isFound;
  return markup;
}

/**
 * Puts markup into one piece if it has just become long.
 *
 * @param longest the length of its longest part
 */
export function flattenOnce(markup: string, longest: number): string {
  return markup.length >= elementLength && longest < elementLength ? flatten(markup) : markup;
}
