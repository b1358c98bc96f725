// What somebody enters and a page cannot hold: it must not take the page down for everybody.
import { url } from "datastar-tsx";
import { describe, expect, test } from "vitest";
import { inProduction } from "./in-production.js";

const unclosed: string = "url(";
const above: string = "..";
const prototype = JSON.parse('{"a":1,"b":[{"__proto__":{"c":1},"d":2}],"__proto__":1}') as { a: number };

const refused: readonly (readonly [what: string, render: () => unknown, html: string, report: string])[] = [
  [
    "a value that would take in the next declarations",
    () => <i style={{ color: unclosed, margin: 0 }} />,
    '<i style="margin:0"></i>',
    '<i style> cannot set color to "url(": its brackets, quotes, comments and escapes must be closed. It was left out.',
  ],
  [
    "a value that would begin a declaration, alone",
    () => <b style={{ color: `red;${unclosed}` }} />,
    "<b></b>",
    '<b style> cannot set color to "red;url(": a value has no ";". It was left out.',
  ],
  [
    "the name of a property",
    () => <u style={{ [`--${unclosed} `]: "red", margin: 0 }} />,
    '<u style="margin:0"></u>',
    '<u style> cannot have a property named "--url( ". It was left out.',
  ],
  [
    "a javascript: URL",
    () => <ins cite={`javascript:${above}`} />,
    '<ins cite="unsafe:javascript:.."></ins>',
    '<ins cite> got a javascript: URL, "javascript:..", and made it inert. Check URLs that come from data; for code use data-on:click.',
  ],
  [
    "a segment that would name another path",
    () => <a href={url`/files/${above}`}>x</a>,
    '<a href="unsafe:/files/..">x</a>',
    'url`/files/${…}`: ".." as a path segment would name another path. It was made inert; check values that come from data.',
  ],
  [
    "an empty segment that would name another host",
    () => <a href={url`/${above.slice(2)}/example.com`}>x</a>,
    '<a href="unsafe://example.com">x</a>',
    'url`/${…}/example.com`: "" as a path segment would name another path. It was made inert; check values that come from data.',
  ],
  [
    "the name of the prototype, at any depth",
    () => <p data-signals={prototype} />,
    '<p data-signals="{a: 1, b: [{d: 2}]}"></p>',
    'data-signals: "__proto__" cannot be the name of a signal. It was left out.',
  ],
  [
    "tags in a data block",
    () => <script type="text/x-template">{`<b>${above}</b>`}</script>,
    '<script type="text/x-template"></script>',
    '<script type="text/x-template"> cannot hold tags, which are markup in SVG and MathML: use <template>, or JSON. It was left empty.',
  ],
];

describe("production leaves it out, or makes it inert, and reports it once", () => {
  for (const [what, render, html, report] of refused) {
    test(what, () => {
      expect(inProduction(render)).toEqual({ html, reports: [report] });
      expect(inProduction(render)).toEqual({ html, reports: [] });
    });
  }
});

describe("development throws", () => {
  for (const [what, render, , report] of refused) {
    test(what, () => {
      // The check of an element finds some of it first, and says so in words of its own.
      expect(render).toThrow(what === "a javascript: URL" ? "a javascript: URL" : report);
    });
  }
});
