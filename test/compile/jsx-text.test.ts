import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { jsxText } from "../../src/compile/jsx-text.js";

// An older TypeScript, which has an API.
const require = createRequire(fileURLToPath(new URL("../types/typescript-5.9/package.json", import.meta.url)));
const typescript = require("typescript") as {
  transpileModule(
    code: string,
    options: { readonly compilerOptions: object; readonly fileName: string },
  ): { readonly outputText: string };
};

/** What TypeScript makes of JSX text. */
function expected(text: string): string {
  const { outputText } = typescript.transpileModule(`x(<a>${text}</a>)`, {
    compilerOptions: { jsx: 4, target: 9, module: 99 },
    fileName: "a.tsx",
  });
  const literal = /children: ("(?:[^"\\]|\\.)*")/.exec(outputText)?.[1];
  return literal === undefined ? "" : (Function(`return ${literal}`)() as string);
}

test("the text is what TypeScript makes of it", () => {
  const piece = fc.constantFrom(
    "a",
    "b c",
    "é😍",
    " ",
    "\t",
    "\v",
    "\f",
    "\u00a0",
    "\u0085",
    "\u200b",
    "\ufeff",
    "\u3000",
    "\n",
    "\r",
    "\r\n",
    "\u2028",
    "\u2029",
    "&amp;",
    "&nbsp;",
    "&copy;",
    "&#10;",
    "&#x41;",
    "&#x1F600;",
    "&bogus;",
    "&amp",
    "&;",
    "\\n",
    "'",
    '"',
    "`",
    "$",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      expect(jsxText(pieces.join(""))).toBe(expected(pieces.join("")));
    }),
    { numRuns: 1000 },
  );
}, 60_000);

test("every entity is known to TypeScript", async () => {
  const { entities } = await import("../../src/compile/entities.js");
  expect(entities.size).toBe(253);
  const names = [...entities.keys()];
  expect(expected(names.map((name) => `&${name};`).join(""))).toBe(names.map((name) => entities.get(name)).join(""));
});

test("a code point that does not exist stays as it is written", () => {
  expect(jsxText("&#x110000; &#9999999;")).toBe("&#x110000; &#9999999;");
});
