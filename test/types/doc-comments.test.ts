// The reference is made of doc comments: everything that the package exports has one.
import { expect, test } from "vitest";
import { packageExports } from "../support/exports.js";

test("every export of every entry point has a doc comment", () => {
  const undocumented = packageExports().filter(({ comment }) => comment === "");
  expect(undocumented.map(({ module, name }) => `${module}: ${name}`)).toEqual([]);
}, 240_000);
