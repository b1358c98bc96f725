/** Finds the attributes in which `true` and `false` are words, and prints them: `src/generated/boolean-words.ts`. */
import { attributeType, valueSetAliases, valueSetType } from "./attribute-types.js";
import { header, sorted } from "./text.js";
import { aria, html, math, svg } from "./vocabularies.js";

/** The words for `true` and for `false`: an attribute that takes both takes booleans. */
const pairs = [
  ["true", "false"],
  ["yes", "no"],
  ["on", "off"],
  ["auto", "none"],
] as const;
type Pair = (typeof pairs)[number];

/** Attributes that take two such words, which do not mean `true` and `false` in them. */
const otherMeanings = new Set(["pointer-events", "inputmode"]);

/** The words for `true` and `false` in an attribute; `undefined` where they say whether it is there, or nothing. */
export function booleanWordsOf(tag: string, name: string): Pair | undefined {
  if (otherMeanings.has(name)) return undefined;
  const type = attributeType(tag, name);
  const alias = [...valueSetAliases].find(([, alias]) => alias === type);
  const values = new Set((alias === undefined ? type : valueSetType(alias[0])).split(" | "));
  return pairs.find((pair) => pair.every((word) => values.has(JSON.stringify(word))));
}

const globals = [...aria, ...html.globals].map((name) => ["html", name] as const);
const own = [html, svg, math].flatMap(({ tags, own, globals, rootTag }) => [
  ...tags.flatMap((tag) => own(tag).map((name) => [tag, name] as const)),
  ...globals.map((name) => [rootTag, name] as const),
]);

function listsSource(attributes: readonly (readonly [tag: string, name: string])[]): string {
  return pairs
    .map((pair) => {
      const names = attributes.filter(([tag, name]) => booleanWordsOf(tag, name) === pair).map(([, name]) => name);
      return [pair, sorted(names.map((name) => name.toLowerCase())).join(" ")] as const;
    })
    .filter(([, names]) => names !== "")
    .map(([[yes, no], names]) => `  ["${yes}", "${no}", "${names}"],\n`)
    .join("");
}

export function booleanWordsSource(): string {
  const isGlobal = new Set(globals.map(([, name]) => name));
  return `${header}
type Lists = readonly (readonly [whenTrue: string, whenFalse: string, attributes: string])[];

/** Attributes of every element that have a word for \`false\`, since their absence means something else. */
export const globalBooleanWords: Lists = [
${listsSource(globals)}];

/** The same of single elements of HTML, SVG and MathML. */
export const elementBooleanWords: Lists = [
${listsSource(own.filter(([, name]) => !isGlobal.has(name)))}];
`;
}
