const voidElements = new Set(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split(" "),
);

/**
 * Whether elements of a name have no content and no end tag. Parsers still know the obsolete ones.
 *
 * @see https://html.spec.whatwg.org/multipage/syntax.html#void-elements
 */
export function isVoidElement(tag: string): boolean {
  return voidElements.has(tag.toLowerCase());
}
