import { expect, test } from "vitest";
import { isForProgram } from "../../src/check/files-of-project.js";

const known = { files: ["/app/page.tsx"], declarations: ["/app/types/names.d.ts"] };

test.each([
  ["/app/tsconfig.base.json", "changed", true],
  ["/app/types/names.d.ts", "changed", true],
  ["/app/new.ts", "new or gone", true],
  ["/app/types/others.d.ts", "new or gone", true],
  ["/elsewhere/page.ts", "changed", false],
  ["/app/dist/page.js", "changed", false],
  ["/app/dist/page.js", "new or gone", false],
  ["/app/dist/page.d.ts", "new or gone", false],
  ["/app/page.d.ts", "new or gone", false],
  ["/app/node_modules/of/index.ts", "new or gone", false],
] as const)("%s that is %s: the program is opened again: %s", (file, how, isOpened) => {
  expect(isForProgram(file, how === "new or gone", known)).toBe(isOpened);
});

test("compiled modules may be of a program that has some of JavaScript, or was never opened", () => {
  expect(isForProgram("/app/new.js", true, { files: ["/app/page.js"], declarations: [] })).toBe(true);
  expect(isForProgram("/app/dist/page.js", false, undefined)).toBe(true);
});
