// Whatever stands in a script or a style sheet, parsers read the same there, in HTML and in SVG.
import { jsx } from "datastar-tsx/jsx-runtime";
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { asCarried } from "./hostile-text.js";

type Element = DefaultTreeAdapterTypes.Element;

/** The only element in another, and its text. */
function only(markup: string, ...path: readonly string[]): string {
  let nodes: readonly DefaultTreeAdapterTypes.ChildNode[] = parseFragment(markup).childNodes;
  for (const name of path) {
    expect(nodes.map(({ nodeName }) => nodeName)).toEqual([name]);
    nodes = (nodes[0] as Element).childNodes;
  }
  expect(nodes.map(({ nodeName }) => nodeName)).toEqual(nodes.length === 0 ? [] : ["#text"]);
  const [text] = nodes;
  return text !== undefined && "value" in text ? text.value : "";
}

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      ..."<!-- --> <script> <script </script> </script </style> <style> <b> <img src=x onerror=alert(1)> <? <! </p>".split(
        " ",
      ),
      ..."&quot; &#34; &lt;script> &amp &copy ]]> <![CDATA[ \" ' ` \\ \n / /* */ // ( ) url( ; { } a<b a&&b".split(" "),
      " ",
      "</svg>",
      "</math>",
    ),
    fc.string({ maxLength: 4 }),
  ),
  { maxLength: 12 },
);
const hostile = pieces.map((all) => all.join(""));
const contexts = ["html", "svg", "math"] as const;

/** An element in HTML, or in another language. */
const inContext = (context: (typeof contexts)[number], tag: string, children: string, type?: string): string => {
  const element = jsx(tag, { ...(type === undefined ? {} : { type }), children });
  return String(context === "html" ? element : jsx(context, { children: element }));
};
const pathOf = (context: (typeof contexts)[number], tag: string) => (context === "html" ? [tag] : [context, tag]);

describe.each(contexts)("in %s", (context) => {
  test.each(["script", "style"])("no text ends a <%s>", (tag) => {
    fc.assert(
      fc.property(hostile, (text) => {
        only(inContext(context, tag, text), ...pathOf(context, tag));
      }),
      { numRuns: 500 },
    );
  });

  test("data in code comes back as it was", () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const code = only(
          inContext(context, "script", `var i = 0, n = 1; if (i<n) return ${JSON.stringify(value)};`),
          ...pathOf(context, "script"),
        );
        expect(Function(code)()).toBe(asCarried(value));
      }),
      { numRuns: 500 },
    );
  });

  test("templates give the same text, read with their escapes or, but for tags, as they are written", () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const plain = value.replace(/[`\\$\r]/g, "");
        const untagged = plain.replaceAll("<", "");
        const code = only(
          inContext(
            context,
            "script",
            `var n = 1; if (0<n) return [\`${plain}\`, \`\${n}${plain}\`, String.raw\`${untagged}\`];`,
          ),
          ...pathOf(context, "script"),
        );
        expect(Function(code)()).toEqual([asCarried(plain), `1${asCarried(plain)}`, asCarried(untagged)]);
      }),
      { numRuns: 500 },
    );
  });

  test("JSON comes back as it was", () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const json = only(
          inContext(context, "script", JSON.stringify([value]), "application/json"),
          ...pathOf(context, "script"),
        );
        expect(JSON.parse(json)).toEqual([asCarried(value)]);
      }),
      { numRuns: 500 },
    );
  });

  test.each<[code: string, result: unknown]>([
    ["const scripts = [1, 2]; let n = 0; for (let i = 0; i<scripts.length; i++) n++; return n", 2],
    ["const script = 3; return 1<script", true],
    ["const a = 1, b = [[2]], c = 0; return a<b.length+1 && b[[0]]>c", true],
    // What ends a section, in a regular expression, behind comments with quotes in them, and within a template.
    ["const a = 1, b = 2; return a<b && /[^]]>x/.test('y]>x') && !/[[]]>/.test('[]] >')", true],
    ["const b = [[2]], c = 0; /* it's */ return 1<b.length+1 && b[[0]]>c // isn't", true],
    ["const b = [[2]]; return 1<b.length+1 && `${b[[0]]>1}]]>`", "true]]>"],
    ["const b = [2]; const a = 1; return b[0]<a ? 0 : String.raw`]]>${b[0]}\\n]]>`", "]]>2\\n]]>"],
    ["const b = [2]; if (1<b.length+1) /[^]]>x/.test('y]>x') && b.push(`${`${b}]]>`}`); return b.join()", "2,2]]>"],
    ["const b = [[2]], c = 1; return (1<b.length+c) / c - (b[[0]]>1) / c", 0],
    ["const b = [[8]], g = 2; return 1<b.length+1 && b[0][[0]] / 2 / g + (b[[0]]>1 ? 1 : 0) / 1", 3],
    ["const a = 6, lt = 3; return a&lt", 2],
    ["const re = 'x', a = 1; return a</x/.source.length", false],
    ["return /<b>[\"']/.test(`<b>'`)", true],
    ["return '<b>' // the last line", "<b>"],
    ["const body = `</body>`; return body", "</body>"],
  ])("code does what it did: %s", (code, result) => {
    expect(Function(code)()).toBe(result);
    expect(Function(only(inContext(context, "script", code), ...pathOf(context, "script")))()).toBe(result);
  });

  test.each<[css: string, parsed: string]>([
    ["@media (400px<width) { a { b: c } }", "@media (400px< width) { a { b: c } }"],
    ["@media (400px<=width<=700px) {}", "@media (400px<=width<=700px) {}"],
    ['a { content: "<b>&quot;" }', String.raw`a { content: "\3c b>\26 quot;" }`],
    ["a { background: url(data:,<svg/>) }", String.raw`a { background: url(data:,\3c svg/>) }`],
    ["<!-- a {} -->", "  a {} -->"],
    ["a <<!--b", "a < b"],
    ['/* <b> " */ @media (1px<width) {}', String.raw`/* \3c b> " */ @media (1px< width) {}`],
  ])("a style sheet means what it meant: %s", (css, parsed) => {
    expect(only(inContext(context, "style", css), ...pathOf(context, "style"))).toBe(parsed);
  });
});
