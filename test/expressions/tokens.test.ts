import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shapeOf } from "../../src/expressions/shape.js";
import { readTokens } from "../../src/expressions/tokens.js";
import { hostileSource } from "./hostile-source.js";

/** Source as its tokens, without spaces: `kind:text`, and the kind of bracket behind it. */
function read(source: string): string[] {
  return readTokens(source)
    .filter(({ kind }) => kind !== "space")
    .map(({ kind, text, bracket }) =>
      kind === "punctuator" ? `${text}${bracket ? ` ${bracket}` : ""}` : `${kind} ${text}`,
    );
}

describe("reads", () => {
  test.each<[what: string, source: string, tokens: string[]]>([
    ["a division", "a / b / c", ["word a", "/", "word b", "/", "word c"]],
    ["a regular expression", "a = /b/g", ["word a", "=", "regexp /b/g"]],
    ["one behind a word", "return /b/", ["word return", "regexp /b/"]],
    [
      "none behind a property of that name",
      "a.return /b/ c",
      ["word a", ".", "word return", "/", "word b", "/", "word c"],
    ],
    [
      "one behind a condition",
      "if (a) /b/.test(c)",
      ["word if", "( control", "word a", ") control", "regexp /b/", ".", "word test", "( call", "word c", ") call"],
    ],
    ["none behind a call", "f(a) /b/ c", ["word f", "( call", "word a", ") call", "/", "word b", "/", "word c"]],
    ["one behind a block", "{ a() } /b/", ["{ block", "word a", "( call", ") call", "} block", "regexp /b/"]],
    [
      "none behind an object",
      "x = { a: 1 } / 2",
      ["word x", "=", "{ object", "word a", ":", "number 1", "} object", "/", "number 2"],
    ],
    [
      "one behind a function that is declared",
      "function f() {} /b/",
      ["word function", "word f", "( parameters", ") parameters", "{ block", "} block", "regexp /b/"],
    ],
    [
      "none behind one that is a value",
      "x = function () {} / 2",
      ["word x", "=", "word function", "( parameters", ") parameters", "{ block", "} block", "/", "number 2"],
    ],
    ["a slash and a bracket in a class", "/[/\\]]/", ["regexp /[/\\]]/"]],
    [
      "a template literal in another",
      "`a${`b${c}`}d`",
      ["template `a${", "template `b${", "word c", "template }`", "template }d`"],
    ],
    [
      "an object in a template literal",
      "`${{ a: 1 }.a}`",
      ["template `${", "{ object", "word a", ":", "number 1", "} object", ".", "word a", "template }`"],
    ],
    ["an object at the start", "{ a: 1 }", ["{ object", "word a", ":", "number 1", "} object"]],
    ["a block at the start", "{ a(); }", ["{ block", "word a", "( call", ") call", ";", "} block"]],
    ["a block behind an arrow", "() => { a }", ["( group", ") group", "=>", "{ block", "word a", "} block"]],
    [
      "signals, with the names that the client takes",
      "$a.b-c-$d - $e",
      ["signal $a.b-c", "-", "signal $d", "-", "signal $e"],
    ],
    ["actions", "@get('/x')", ["@", "word get", "( call", "string '/x'", ") call"]],
    ["numbers", "1.5e-3 + .5 + 0x1F + 1n", ["number 1.5e-3", "+", "number .5", "+", "number 0x1F", "+", "number 1n"]],
    [
      "operators",
      "a?.b ?? c?.5:d**=e",
      ["word a", "?.", "word b", "??", "word c", "?", "number .5", ":", "word d", "**=", "word e"],
    ],
    [
      "comments",
      "a /* ' */ // \"\n b <!-- c",
      ["word a", "comment /* ' */", 'comment // "', "word b", "comment <!-- c"],
    ],
    ["what is not closed", "('a", ["( group", "string 'a"]],
    ["what is not opened", "a) }", ["word a", ")", "}"]],
  ])("%s: %s", (_, source, tokens) => {
    expect(read(source)).toEqual(tokens);
  });

  test("any text whatever, and loses none of it", () => {
    fc.assert(
      fc.property(hostileSource, (source) => {
        expect(
          readTokens(source)
            .map(({ text }) => text)
            .join(""),
        ).toBe(source);
      }),
      { numRuns: 500 },
    );
  });
});

describe("tells one value from several and from statements", () => {
  test.each<[source: string, kind: ReturnType<typeof shapeOf>["kind"]]>([
    ["$a", "value"],
    ["$a === ';'", "value"],
    ["/;/.test($a)", "value"],
    ["$a / 2; $b / 2", "statements"],
    ["$a.some(x => { return x.b; }) || $c", "value"],
    ["() => { a(); b() }", "value"],
    ["`${a};`", "value"],
    ["a /* ; */ + b", "value"],
    ["f(a, b)", "value"],
    ["[a, b], c", "sequence"],
    ["x => a, b", "sequence"],
    ["a; b", "statements"],
    ["a;", "statements"],
    ["a\nb", "statements"],
    ["a\n+ b", "value"],
    ["a\n.b()", "value"],
    ["a +\nb", "value"],
    ["a\n++b", "statements"],
    ["if (a) b", "statements"],
    ["return a", "statements"],
    ["$if", "value"],
    ["iffy(a, b)", "value"],
    ["{ a: 1, b }", "value"],
    ["{ a() }", "statements"],
    ["{ a() { return 1; } }", "value"],
    ["const a = 1", "statements"],
  ])("%s", (source, kind) => {
    expect(shapeOf(source).kind).toBe(kind);
  });
});
