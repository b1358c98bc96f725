/** Lists the elements that only SVG or only MathML has: `src/generated/foreign-elements.ts`. */
import { header, sorted } from "./text.js";
import { math, svg, type Vocabulary } from "./vocabularies.js";

// A patch of a whole image or formula is one of HTML, which holds it.
const names = ({ tags, rootTag }: Vocabulary): string =>
  sorted(tags.filter((tag) => tag !== rootTag).map((tag) => tag.toLowerCase())).join(" ");

export function foreignElementsSource(): string {
  return `${header}/** The elements that only one namespace has, besides those that hold the others; in lower case. */
export const foreignElements = {
  svg: "${names(svg)}",
  mathml: "${names(math)}",
} as const;
`;
}
