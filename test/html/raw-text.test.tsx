import { raw } from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";
// With it loaded, data that is refused is thrown.
import "datastar-tsx/jsx-dev-runtime";

describe("script", () => {
  test.each<[what: string, code: string, html: string]>([
    ["code is not escaped", `if (a < b && c > "d") e();`, `<script>if (a < b && c > "d") e();</script>`],
    ["an end tag in a string", `x = "</script>"`, String.raw`<script>x = "\u003C/script>"</script>`],
    ["in capitals", `x = "</SCRIPT "`, String.raw`<script>x = "\u003C/SCRIPT "</script>`],
    [
      "a comment, in which an end tag would not count",
      `x = "<!-- <script>"`,
      String.raw`<script>x = "\u003C!-- \u003Cscript>"</script>`,
    ],
    [
      "what Datastar takes for a whole page",
      `x = "</body></html></head>"`,
      String.raw`<script>x = "\u003C/body>\u003C/html>\u003C/head>"</script>`,
    ],
    ["a NUL", "x = '\0'", "<script>x = '\ufffd'</script>"],
  ])("%s", (_, code, html) => {
    expect(String(<script>{code}</script>)).toBe(html);
  });

  test.each(["application/json", "application/ld+json", "APPLICATION/JSON", "importmap", "speculationrules"])(
    "JSON has no < at all: %s",
    (type) => {
      const data = { html: "<b>&\u2028</b>", end: "</script>" };
      const element = String(<script type={type}>{JSON.stringify(data)}</script>);
      expect(element).toBe(
        `<script type="${type}">{"html":"\\u003Cb>&\u2028\\u003C/b>","end":"\\u003C/script>"}</script>`,
      );
      expect(JSON.parse(element.slice(element.indexOf(">") + 1, -"</script>".length))).toEqual(data);
    },
  );

  test.each([
    "text/template",
    "text/x-handlebars",
    "text/html",
    "x-shader/x-vertex",
    "text/plain",
    "text/javascript;a=b",
  ])("a data block is written as it is: %s", (type) => {
    const text = "{{x}} && a < b; ]]>";
    expect(String(<script type={type}>{text}</script>)).toBe(`<script type="${type}">${text}</script>`);
  });

  test.each(["<b>{{x}}</b>", "<!-- a -->", "</script>", "a &amp; b"])(
    "with something like a tag in it, which is markup in SVG, a data block is refused: %s",
    (text) => {
      expect(() => String(<script type="text/template">{text}</script>)).toThrow(
        '<script type="text/template"> cannot hold tags, which are markup in SVG and MathML: use <template>, or JSON.',
      );
    },
  );

  test.each([
    "",
    "module",
    " Module\n",
    "text/javascript",
    "TEXT/JAVASCRIPT",
    "application/x-ecmascript",
    "text/jscript",
  ])("JavaScript by another name: %j", (type) => {
    expect(String(<script type={type}>{"x = '<b>'"}</script>)).toBe(
      `<script type="${type}">/*<![CDATA[*/x = '<b>'/*]]>*/</script>`,
    );
  });

  test("raw() does not lift the protection", () => {
    expect(String(<script>{raw("</script><b>")}</script>)).toBe(
      String.raw`<script>/*<![CDATA[*/\u003C/script><b>/*]]>*/</script>`,
    );
  });

  test("children are joined before they are protected", () => {
    expect(String(<script>{["<", "/", "script>", 1, 2n, null, true, undefined]}</script>)).toBe(
      String.raw`<script>\u003C/script>12</script>`,
    );
  });

  test("of any iterable", () => {
    expect(String(<script>{new Set(["a && ", ["b"]])}</script>)).toBe("<script>a && b</script>");
  });

  test("capitals make no difference", () => {
    expect(String(jsx("SCRIPT", { children: "a < b </script>" }))).toBe(
      String.raw`<SCRIPT>a < b \u003C/script></SCRIPT>`,
    );
  });

  test.each([
    [
      { a: 1 },
      "<script> cannot render a plain object with a in it as a child: pass text, numbers, elements or arrays of them; markup in a string goes through raw(), data through JSON.stringify().",
    ],
    [new Date(0), "<script> cannot render a Date as a child: format it first"],
    [() => 1, "<script> cannot render a function as a child: call it"],
    [new Uint8Array(1), "<script> cannot render a Uint8Array as a child: decode it first"],
    [["a", Symbol("b")], "<script> cannot render a symbol as a child: pass text"],
  ])("%j is no text", (child, message) => {
    expect(() => <script>{child as never}</script>).toThrow(message);
  });
});

describe("style", () => {
  test.each<[what: string, css: string, html: string]>([
    [
      "CSS is not escaped",
      `a > b { content: "&<" } @media (width < 9px) {}`,
      `<style>a > b { content: "&<" } @media (width < 9px) {}</style>`,
    ],
    ["an end tag in a string", `a { content: "</style>" }`, String.raw`<style>a { content: "\3c /style>" }</style>`],
    [
      "any tag, since SVG parses them",
      `a { content: "<img src=x>" }`,
      String.raw`<style>a { content: "\3c img src=x>" }</style>`,
    ],
    [
      "comments and instructions",
      `a { content: "<!--<?x" }`,
      String.raw`<style>a { content: "\3c !--\3c ?x" }</style>`,
    ],
    ["a NUL", "a\0", "<style>a\ufffd</style>"],
  ])("%s", (_, css, html) => {
    expect(String(<style>{css}</style>)).toBe(html);
  });

  test("in SVG too", () => {
    expect(
      String(
        <svg>
          <style>{"</style><script>alert(1)</script>"}</style>
        </svg>,
      ),
    ).toBe(String.raw`<svg><style>\3c /style>\3c script>alert(1)\3c /script></style></svg>`);
  });
});

test("other elements are no raw text: what stands in them is escaped", () => {
  expect(String(<title>{"</title><script>"}</title>)).toBe("<title>&lt;/title>&lt;script></title>");
  expect(String(<textarea>{"</textarea><script>"}</textarea>)).toBe("<textarea>&lt;/textarea>&lt;script></textarea>");
  expect(String(<noscript>{"</noscript><script>"}</noscript>)).toBe("<noscript>&lt;/noscript>&lt;script></noscript>");
  expect(String(jsx("iframe", { children: "</iframe><script>" }))).toBe("<iframe>&lt;/iframe>&lt;script></iframe>");
});

test("<plaintext> is refused, since nothing ends it", () => {
  expect(() => jsx("plaintext", { children: "a" })).toThrow("<plaintext> has no end");
});
