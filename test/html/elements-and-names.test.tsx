import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";

describe("elements", () => {
  test.each([
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "keygen",
    "link",
    "meta",
    "param",
    "source",
    "track",
    "wbr",
    "BR",
  ])("<%s> is void: no end tag", (tag) => {
    expect(String(jsx(tag, {}))).toBe(`<${tag}>`);
  });

  test("a void element takes no children, but for absent ones", () => {
    expect(String(jsx("br", { children: null }))).toBe("<br>");
    expect(String(jsx("br", { children: false }))).toBe("<br>");
    expect(() => jsx("br", { children: "text" })).toThrow("<br> is a void element and cannot have children.");
    expect(() => jsx("INPUT", { children: [] })).toThrow("<INPUT> is a void element and cannot have children.");
    expect(() => jsx("br", { children: { a: 1 } })).toThrow("<br> is a void element and cannot have children.");
  });

  test("nobody hears of a promise among the children that it does not take", () => {
    expect(() => jsx("br", { children: ["text", Promise.reject(new Error("late"))] })).toThrow(
      "<br> is a void element and cannot have children.",
    );
  });

  test.each<[what: string, markup: unknown, html: string]>([
    ["an empty element has an end tag", <div />, "<div></div>"],
    ["so has one that parsers no longer know as void", jsx("command", {}), "<command></command>"],
    [
      "SVG keeps its capitals",
      <svg viewBox="0 0 1 1">
        <linearGradient id="g" />
        <path d="M0 0" />
      </svg>,
      '<svg viewBox="0 0 1 1"><linearGradient id="g"></linearGradient><path d="M0 0"></path></svg>',
    ],
    [
      "MathML",
      jsx("math", { children: jsx("mi", { mathvariant: "normal", children: "x" }) }),
      '<math><mi mathvariant="normal">x</mi></math>',
    ],
    ["a custom element", jsx("my-element.v2", { open: true, children: "x" }), "<my-element.v2 open>x</my-element.v2>"],
    ["a custom element with letters beyond ASCII", jsx("emotion-😍", {}), "<emotion-😍></emotion-😍>"],
    ["a namespace prefix", jsx("svg:rect", {}), "<svg:rect></svg:rect>"],
  ])("%s", (_, markup, html) => {
    expect(String(markup)).toBe(html);
  });

  test.each(["pre", "textarea", "listing", "PRE"])(
    "<%s> keeps the line break that its text begins with, which parsers drop",
    (tag) => {
      expect(String(jsx(tag, { children: "\ntext" }))).toBe(`<${tag}>\n\ntext</${tag}>`);
      expect(String(jsx(tag, { children: ["", null, "\n"] }))).toBe(`<${tag}>\n\n</${tag}>`);
      expect(String(jsx(tag, { children: "\r\ntext" }))).toBe(`<${tag}>&#13;\ntext</${tag}>`);
      expect(String(jsx(tag, { children: "text\n" }))).toBe(`<${tag}>text\n</${tag}>`);
    },
  );

  test("elsewhere a leading line break is kept by parsers too", () => {
    expect(String(<p>{"\ntext"}</p>)).toBe("<p>\ntext</p>");
  });
});

describe("names that HTML cannot carry", () => {
  test.each([
    "",
    "1a",
    "a b",
    "a>b",
    "a<b",
    "a/b",
    'a"b',
    "a'b",
    "a=b",
    "a\0b",
    "a\nb",
    "-a",
    "!doctype",
    "img src=x onerror=alert(1)",
  ])("the tag %j", (tag) => {
    expect(() => jsx(tag, {})).toThrow(`HTML allows no tag named ${JSON.stringify(tag)}.`);
  });

  test.each([
    "",
    "a b",
    "a>b",
    "a<b",
    "a/b",
    'a"b',
    "a'b",
    "a=b",
    "a\0b",
    "a\x7fb",
    "a\nb",
    "\u0085",
    'x" onclick="alert(1)',
    "data-on:click onclick",
  ])("the attribute %j", (name) => {
    expect(() => jsx("p", { [name]: "x" })).toThrow(`<p>: HTML allows no attribute named ${JSON.stringify(name)}.`);
  });

  test("names are checked whatever came before, and absent values do not hide them", () => {
    for (let i = 0; i < 5000; i++) jsx("p", { [`data-x${i}`]: "" });
    expect(() => jsx("p", { "a b": null })).toThrow('<p>: HTML allows no attribute named "a b".');
    expect(String(jsx("p", { "data-x4999": "a", class: "b" }))).toBe('<p data-x4999="a" class="b"></p>');
  });

  test("the names of an object's members are no attributes by accident", () => {
    expect(String(jsx("p", { constructor: "a", toString: "b", hasOwnProperty: "c" }))).toBe(
      '<p constructor="a" toString="b" hasOwnProperty="c"></p>',
    );
  });
});
