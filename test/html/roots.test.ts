import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstTagOf, rootsOf } from "../../src/html/roots.js";

/** The roots of markup, as `tag#id`, with what of the markup belongs to each. */
const roots = (html: string, isForeign = false): readonly string[] | undefined =>
  rootsOf(html, isForeign)?.map(({ tag, id, start, end }) => `${tag}#${id}: ${html.slice(start, end)}`);

describe("the elements at the top", () => {
  test.each<[html: string, expected: readonly string[]]>([
    ["", []],
    ["text", []],
    ['<p id="a">1</p>', ['p#a: <p id="a">1</p>']],
    [" <P ID=a\n></P > text <i id='b'/x></i>", ["p#a: <P ID=a\n></P >", "i#b: <i id='b'/x></i>"]],
    ["<p data-id=a></p>", ["p#undefined: <p data-id=a></p>"]],
    ["<p id=a id=b></p>", ["p#a: <p id=a id=b></p>"]],
    ["<p id></p><p id=></p>", ["p#undefined: <p id></p>", "p#: <p id=></p>"]],
    ["<p x='>' y=\">\" id=a/b></p>", ["p#a/b: <p x='>' y=\">\" id=a/b></p>"]],
    ["<input id=a><br/><img>", ["input#a: <input id=a>", "br#undefined: <br/>", "img#undefined: <img>"]],
    ["<ul><li><p></p></li><li></li></ul>", ["ul#undefined: <ul><li><p></p></li><li></li></ul>"]],
    ["a < b <1> </ p> <!-- </p> --><!--> <? x ?><!doctype html><b></b>", ["b#undefined: <b></b>"]],
    ["<!---><i></i><!-- --!><b></b><!-- <u>", ["i#undefined: <i></i>", "b#undefined: <b></b>"]],
    ["<!--!><i></i>--><b></b>", ["b#undefined: <b></b>"]],
    ["<!---!><i></i>--><b></b>", ["b#undefined: <b></b>"]],
    ["<textarea></p><!--</textarea>", ["textarea#undefined: <textarea></p><!--</textarea>"]],
    ["<title></titles></TITLE\n>", ["title#undefined: <title></titles></TITLE\n>"]],
    [
      "<svg><path d=M0 /><style><a></a></style><![CDATA[ <x> ]]></svg>",
      ["svg#undefined: <svg><path d=M0 /><style><a></a></style><![CDATA[ <x> ]]></svg>"],
    ],
    [
      "<svg><foreignObject><p></p><br><style><a></style></foreignObject><g/></svg>",
      ["svg#undefined: <svg><foreignObject><p></p><br><style><a></style></foreignObject><g/></svg>"],
    ],
  ])("%j", (html, expected) => {
    expect(roots(html)).toEqual(expected);
  });

  test("in SVG and MathML, elements can close themselves, and no name is special", () => {
    expect(roots("<g id=a /><title></title><path id='b'/>", true)).toEqual([
      "g#a: <g id=a />",
      "title#undefined: <title></title>",
      "path#b: <path id='b'/>",
    ]);
  });

  test.each(["<p>", "</p>", "<p></i>", "<ul></li></ul>", "<p", "<p id='a></p>", "<title>", "<plaintext></plaintext>"])(
    "none can be told of %j",
    (html) => {
      expect(rootsOf(html)).toBeUndefined();
    },
  );
});

test("the first tag", () => {
  expect(firstTagOf("<!-- <p> --> text <linearGradient id=a>")).toBe("lineargradient");
  expect(firstTagOf("text")).toBeUndefined();
});

test("whatever stands in attributes, comments and text, it is found again what was written", () => {
  const word = fc.stringMatching(/^[a-z]{1,4}$/);
  const plain = fc.string({ unit: fc.constantFrom(..."ab =/-!?\n") });
  const inert = fc.oneof(
    plain,
    plain.map((text) => `<!--${text.replaceAll("-", "")}<p>-->`),
  );
  const quoted = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."a<>/'= -") }).map((text) => `"${text}"`),
    fc.string({ unit: fc.constantFrom(...'a<>/"= -') }).map((text) => `'${text}'`),
  );
  const element = fc.letrec<{ element: string; content: string }>((tie) => ({
    element: fc.tuple(word, fc.array(fc.tuple(word, quoted)), tie("content")).map(([tag, attributes, content]) => {
      const list = attributes.map(([name, value]) => ` data-${name} = ${value}`).join("");
      return `<x-${tag}${list}>${content}</x-${tag}>`;
    }),
    content: fc.oneof(
      { maxDepth: 3 },
      inert,
      fc.array(fc.oneof(inert, tie("element")), { maxLength: 3 }).map((all) => all.join("")),
    ),
  })).element;
  fc.assert(
    fc.property(fc.array(fc.tuple(inert, element)), (pieces) => {
      const html = pieces.map(([text, one]) => text + one).join("");
      expect(rootsOf(html)?.map(({ start, end }) => html.slice(start, end))).toEqual(pieces.map(([, one]) => one));
    }),
  );
});

test("markup of any length takes time in proportion to it", { timeout: 60_000 }, () => {
  for (const piece of [
    "<",
    "<p ",
    "<!--",
    "<p id=",
    "</",
    "<p id='",
    "<svg",
    "<title>",
    "a<b c=d",
    "<p><i>",
    "/ ",
    "=",
  ]) {
    const start = performance.now();
    rootsOf(piece.repeat(60_000));
    rootsOf(`<p id="a">${piece.repeat(60_000)}</p>`);
    expect(performance.now() - start).toBeLessThan(5000);
  }
});
