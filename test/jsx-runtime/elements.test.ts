import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { domEventsSource, elementsSource } from "../../scripts/generate-elements.js";

test.each([
  ["jsx-runtime/elements.ts", elementsSource],
  ["src/attributes/dom-events.ts", domEventsSource],
])("%s is what the generator writes", (path, source) => {
  const committed = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  expect(committed === source(), "run `npx tsx scripts/generate-elements.ts`").toBe(true);
});
