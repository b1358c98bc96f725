import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generated } from "../../scripts/generate-elements.js";

test.each(generated)("%s is what the generator writes", (path, source) => {
  const committed = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  expect(committed === source(), "run `npm run generate`").toBe(true);
});
