// Long source is read in time proportional to it. Where it was not, these took from seconds to hours.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { shapeOf } from "../../src/development/shape.js";
import {
  findSignals,
  rewritten,
  statementsOf,
  withoutEscapes,
  withoutStrings,
} from "../../src/diagnostics/client-source.js";
import { rewrittenTexts } from "../../src/diagnostics/rewritten-text.js";
import { cleanSource } from "../../src/expressions/clean.js";
import { hasScriptLiteral } from "../../src/expressions/script-literals.js";

const pieces = [
  ...'\' " ` \\ \\\' \\" \\` \'\\ / \\/ /[ [ ] ${ `${ \\`${ { } ( ) (()=>{ (function(){ ( () => $a $a. "$a." $ @get( ; j : 🖕JS_ _DS🚀 /* <!--'.split(
    " ",
  ),
  " ",
  "\\\n",
];

test.each(pieces)("%j, over and over", (piece) => {
  const source = piece.repeat(50_000);
  findSignals(source);
  rewritten(source, true);
  statementsOf(source);
  rewrittenTexts(source);
  withoutEscapes(source);
  withoutStrings(source);
  shapeOf(source);
  cleanSource(source);
  hasScriptLiteral(source, "one");
});

// The expressions of the client, which say what is meant.
const quoted = String.raw`"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'`;
const strings = new RegExp(`${quoted}|\`(?:\\\\.|[^\`\\\\$]|\\$(?!\\{))*\``, "g");
const escapes = /\u{1F595}JS_(.*?)_DS\u{1F680}/gu;

test("it is read as the client's own expressions read it", () => {
  const source = fc.array(fc.constantFrom(...pieces, "\n", "x", "_DS🚀", "})()"), { maxLength: 14 });
  fc.assert(
    fc.property(
      source.map((all) => all.join("")),
      (source) => {
        expect(withoutStrings(source)).toBe(
          source.replace(strings, (text) => text.slice(0, 1) + " ".repeat(text.length - 2) + text.slice(-1)),
        );
        expect(withoutEscapes(source)).toBe(source.replace(escapes, ""));
      },
    ),
    { numRuns: 5000 },
  );
});
