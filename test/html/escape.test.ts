import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cleanSource } from "../../src/expressions/clean.js";
import { escapeSource } from "../../src/html/escape-source.js";
import { escapeAttribute, escapeText } from "../../src/html/escape.js";

test.each<[character: string, inText: string, inAttribute: string]>([
  ["&", "&amp;", "&amp;"],
  ["<", "&lt;", "&lt;"],
  ['"', '"', "&quot;"],
  ["\r", "&#13;", "&#13;"],
  ["\0", "\ufffd", "\ufffd"],
  ["a", "a", "a"],
])("%j is escaped wherever it stands in text of any length", (character, inText, inAttribute) => {
  for (const other of ["x", "€"]) {
    for (let length = 0; length < 40; length++) {
      for (let at = 0; at <= length; at++) {
        const [before, after] = [other.repeat(at), other.repeat(length - at)];
        expect(escapeText(before + character + after)).toBe(before + inText + after);
        expect(escapeAttribute(before + character + after)).toBe(before + inAttribute + after);
      }
    }
  }
});

test("source is escaped as it is when it has been cleaned", () => {
  const piece = fc.constantFrom(
    ..."' \" ` / // /* */ <!-- < & \r \n \0 \\ \\' $a @post('/x') /'/ [/] ${ } ( ) ; = 1 abcdefghijklm".split(" "),
  );
  const source = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(source, (source) => {
      expect(escapeSource(source)).toBe(escapeAttribute(cleanSource(source)));
    }),
    { numRuns: 5000 },
  );
});
