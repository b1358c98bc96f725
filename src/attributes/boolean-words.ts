import { elementBooleanWords, globalBooleanWords } from "../generated/boolean-words.js";

const allWords = new Map(
  [...globalBooleanWords, ...elementBooleanWords].flatMap(([whenTrue, whenFalse, names]) =>
    names.split(" ").map((name) => [name, { true: whenTrue, false: whenFalse }]),
  ),
);
const ofSingleElements = new Set(elementBooleanWords.flatMap(([, , names]) => names.split(" ")));

/** What `true` and `false` are written as. */
export interface BooleanWords {
  readonly true: string;
  readonly false: string;
}

/**
 * The words for booleans in an attribute of HTML, SVG, MathML or ARIA; `undefined` where it is there for `true` and not
 * there for `false`. Without `aria-expanded` an element cannot be expanded at all, so that `false` must be written.
 *
 * @param tag the element; custom ones have only those attributes in common with others that every element has
 */
export function booleanWords(name: string, tag: string): BooleanWords | undefined {
  const folded = name.toLowerCase();
  return tag.includes("-") && ofSingleElements.has(folded) ? undefined : allWords.get(folded);
}
