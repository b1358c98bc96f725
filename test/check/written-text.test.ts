import fc from "fast-check";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { attributeText, codeText } from "../../src/check/source/written-text.js";

test("the offsets of a text are those of its characters", () => {
  expect(codeText("a'b", "a'b", 10)).toEqual({ text: "a'b", offsets: [10, 11, 12, 13] });
  expect(codeText("a\nb", String.raw`a\nb`, 10)).toEqual({ text: "a\nb", offsets: [10, 11, 13, 14] });
  expect(codeText("😀", String.raw`\u{1F600}`, 0)).toEqual({ text: "😀", offsets: [0, 0, 9] });
  expect(codeText("ab", "a\\\nb", 0)).toEqual({ text: "ab", offsets: [0, 3, 4] });
  expect(attributeText("a&amp;b", 10)).toEqual({ text: "a&b", offsets: [10, 11, 16, 17] });
});

const piece = fc.constantFrom(
  "a",
  "$",
  "'",
  " ",
  "😀",
  "é",
  "\\n",
  "\\'",
  "\\u0041",
  "\\u{1F600}",
  "\\x41",
  "\\\\",
  "\\\n",
);

test("there is an offset for each character of a string, whatever is escaped in it", () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const raw = pieces.join("").replaceAll(/(?<!\\)"/g, "");
      const { program } = parseSync("a.js", `"${raw}"`);
      const [statement] = program.body;
      const literal = statement?.type === "ExpressionStatement" ? statement.expression : undefined;
      fc.pre(literal?.type === "Literal" && typeof literal.value === "string");
      const value = literal?.type === "Literal" ? String(literal.value) : "";
      const { offsets } = codeText(value, raw, 0);
      expect(offsets).toHaveLength(value.length + 1);
      expect(offsets.at(-1)).toBe(raw.length);
    }),
  );
});
