// What other JSX libraries declare is declared here, or it is said why not.
import { expect, test } from "vitest";
import { differences } from "../../scripts/compare-vocabularies.js";
import { capturing, reasons } from "./other-vocabularies.js";

const given = new Set(reasons.flatMap(([, names]) => names.split(/\s+/).filter(Boolean)));

test("what is missing has a reason, and each reason is for something that is missing", () => {
  const missing = [...differences().keys()].filter((name) => !capturing.test(name));
  expect(missing.filter((name) => !given.has(name))).toEqual([]);
  expect([...given].filter((name) => !missing.includes(name))).toEqual([]);
}, 240_000);
