/**
 * Writes the typings of elements, attributes and events, from published data sets and the table of Datastar's plugins,
 * and the script of the overlay for development. Run with `npm run generate` after a change of one of those. Where the sources are silent or outdated, small tables in
 * `generate/` say more.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { booleanWordsSource } from "./generate/boolean-words.js";
import { datastarAttributesSource, domEventsSource, modifiersSource } from "./generate/declaration-source.js";
import { devtoolsScriptSource } from "./generate/devtools-script.js";
import { elementsSource } from "./generate/element-source.js";
import { foreignElementsSource } from "./generate/foreign-elements.js";

/** The files that are generated, and what writes each. */
export const generated: readonly (readonly [path: string, source: () => string])[] = [
  ["src/generated/elements.ts", elementsSource],
  ["src/generated/datastar-attributes.ts", datastarAttributesSource],
  ["src/generated/boolean-words.ts", booleanWordsSource],
  ["src/generated/dom-events.ts", domEventsSource],
  ["src/generated/foreign-elements.ts", foreignElementsSource],
  ["src/generated/modifiers.ts", modifiersSource],
  ["src/generated/devtools-script.ts", devtoolsScriptSource],
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, source] of generated) writeFileSync(new URL(`../${path}`, import.meta.url), source());
}
