import { signals, url } from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";
import { inProduction } from "./in-production.js";

describe("values", () => {
  test.each<[what: string, markup: unknown, html: string]>([
    ["text", <a href="/a">x</a>, '<a href="/a">x</a>'],
    [
      "text is escaped",
      <p title={`"Tom" & <b>'Jerry'</b>`} />,
      `<p title="&quot;Tom&quot; &amp; &lt;b>'Jerry'&lt;/b>"></p>`,
    ],
    ["text that looks escaped stays as it is", <p title={"&lt;"} />, '<p title="&amp;lt;"></p>'],
    ["a carriage return is escaped", <p title={"a\r\nb"} />, '<p title="a&#13;\nb"></p>'],
    ["a NUL becomes what parsers make of it", <p title={"a\0b"} />, '<p title="a\ufffdb"></p>'],
    ["the empty string", <p title="" />, '<p title=""></p>'],
    ["true", <input disabled />, "<input disabled>"],
    ["false leaves it out", <input disabled={false} />, "<input>"],
    ["null leaves it out", <p title={null} />, "<p></p>"],
    ["undefined leaves it out", <p title={undefined} />, "<p></p>"],
    ["a number", <input tabindex={0} max={1.5} />, '<input tabindex="0" max="1.5">'],
    ["a bigint", jsx("p", { "data-id": 12345678901234567890n }), '<p data-id="12345678901234567890"></p>'],
    ["a URL without signals", <a href={url`/todos/${"a/b"}`}>x</a>, '<a href="/todos/a%2Fb">x</a>'],
    [
      "className and htmlFor, as React spells them",
      jsx("label", { className: "a", htmlFor: "b" }),
      '<label class="a" for="b"></label>',
    ],
    ["a key is left out", <p key={1} id="a" />, '<p id="a"></p>'],
    ["attributes keep their order", <p id="a" title="b" lang="c" />, '<p id="a" title="b" lang="c"></p>'],
    ["a data attribute of one's own", <p data-user-id="7" />, '<p data-user-id="7"></p>'],
    ["names keep their capitals, for SVG", jsx("svg", { viewBox: "0 0 1 1" }), '<svg viewBox="0 0 1 1"></svg>'],
  ])("%s", (_, markup, html) => {
    expect(String(markup)).toBe(html);
  });

  test.each<[what: string, props: Record<string, unknown>, message: string]>([
    [
      "an object",
      { title: { a: 1 } },
      "<p title> cannot be a plain object with a in it: pass text, data through JSON.stringify().",
    ],
    ["an array", { title: ["a"] }, "<p title> cannot be an Array: pass text, data through JSON.stringify()."],
    [
      "data in a data attribute",
      { "data-user": { id: 1 } },
      "<p data-user> cannot be a plain object with id in it: pass text, data through JSON.stringify().",
    ],
    ["a symbol", { title: Symbol("a") }, "<p title> cannot be a symbol: pass text, data through JSON.stringify()."],
    ["a date", { title: new Date(0) }, "<p title> cannot be a Date: format it first, as with toISOString()."],
    ["a URL object", { title: new URL("http://a/") }, "<p title> cannot be a URL: pass its href."],
    [
      "React's ref",
      { ref: () => {} },
      "<p ref> cannot be a function: there is no element on the server; data-ref names a signal that holds it.",
    ],
    ["markup", { title: <b /> }, "<p title> cannot be an Html: pass text, data through JSON.stringify()."],
    ["a function", { title: () => "a" }, "<p title> cannot be a function: call it first."],
    [
      "an event handler",
      { onClick: () => {} },
      "<p onClick> cannot be a function: functions do not reach the browser; use data-on:click.",
    ],
    ["a promise", { title: Promise.resolve("a") }, "<p title> cannot be a Promise: await it first."],
    [
      "React's escape hatch",
      { dangerouslySetInnerHTML: { __html: "<b>" } },
      "<p dangerouslySetInnerHTML> cannot be a plain object with __html in it: pass the markup as a child, through raw().",
    ],
  ])("%s is refused, with a remedy", (_, props, message) => {
    expect(() => jsx("p", props)).toThrow(message);
  });

  test("a URL with signals in it is for the browser to complete", () => {
    const { id } = signals({ id: 1 });
    expect(() => <a href={url`/todos/${id}`}>x</a>).toThrow(
      "<a href> cannot be a URL with signals in it: the browser has the value; write data-attr:href={url}.",
    );
  });
});

describe("booleans", () => {
  const isOpen = (value: string): boolean => value === "open";
  test.each<[what: string, markup: unknown, html: string]>([
    ["flags of HTML are there or not", <input disabled required={false} />, "<input disabled>"],
    ["ARIA's are words", <p aria-hidden aria-expanded={false} />, '<p aria-hidden="true" aria-expanded="false"></p>'],
    [
      "as results of operators",
      <p aria-pressed={!isOpen("open")} aria-checked={isOpen("open") === true} hidden={!isOpen("open")} />,
      '<p aria-pressed="false" aria-checked="true"></p>',
    ],
    [
      "and of functions",
      <p aria-busy={isOpen("open")} aria-current={isOpen("") && "page"} />,
      '<p aria-busy="true" aria-current="false"></p>',
    ],
    ["text of ARIA is there or not", <p aria-label={isOpen("") && "x"} />, "<p></p>"],
    ["null leaves words out, too", <p aria-hidden={null} draggable={undefined} />, "<p></p>"],
    [
      "HTML's keywords",
      <p contenteditable draggable={false} spellcheck={false} writingsuggestions={false} />,
      '<p contenteditable="true" draggable="false" spellcheck="false" writingsuggestions="false"></p>',
    ],
    ["yes and no", <p translate={false} />, '<p translate="no"></p>'],
    ["on and off", <input autocomplete={false} autocapitalize />, '<input autocomplete="off" autocapitalize="on">'],
    ["auto and none", <video preload={false} />, '<video preload="none"></video>'],
    ["SVG's and MathML's", <svg focusable={false} />, '<svg focusable="false"></svg>'],
    ["in any case", jsx("p", { "ARIA-Hidden": true }), '<p ARIA-Hidden="true"></p>'],
    ["where absence means no", <p hidden={false} popover={false} inert={false} />, "<p></p>"],
    [
      "custom elements have flags of their own, and the words of every element",
      jsx("my-player", { preload: true, separator: false, "aria-hidden": false }),
      '<my-player preload aria-hidden="false"></my-player>',
    ],
    ["data attributes of one's own are there or not", <p data-a data-b={false} />, "<p data-a></p>"],
  ])("%s", (_, markup, html) => {
    expect(String(markup)).toBe(html);
  });
});

describe("javascript: URLs are made inert", () => {
  test.each([
    ["a", "href"],
    ["a", "HREF"],
    ["a", "ping"],
    ["area", "href"],
    ["svg", "xlink:href"],
    ["iframe", "src"],
    ["embed", "src"],
    ["object", "data"],
    ["form", "action"],
    ["button", "formaction"],
    ["input", "formAction"],
    ["video", "poster"],
    ["blockquote", "cite"],
    ["body", "background"],
    ["html", "manifest"],
    ["animate", "to"],
    ["animate", "from"],
    ["animate", "by"],
    ["animate", "values"],
  ])("in <%s %s>", (tag, name) => {
    expect(inProduction(() => jsx(tag, { [name]: "javascript:alert(1)" })).html).toContain(
      ` ${name}="unsafe:javascript:alert(1)"`,
    );
  });

  test.each([
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "\x01\x1f\tjavascript:alert(1)",
    "\0javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\r\nscript:alert(1)",
    "\njavascript\n:alert(1)",
    "javascript:",
    "javascript://example.com/%0aalert(1)",
  ])("with tricks that browsers undo: %j", (href) => {
    expect(inProduction(() => jsx("a", { href })).html).toMatch(/^<a href="unsafe:/);
  });

  test("those among the values of an animation", () => {
    const values = "/a; javascript:alert(1)";
    expect(inProduction(() => jsx("animate", { attributeName: "href", values })).html).toBe(
      '<animate attributeName="href" values="/a;unsafe: javascript:alert(1)"></animate>',
    );
  });

  test.each([
    "/javascript:alert(1)",
    "?javascript:",
    "#javascript:",
    "java script:alert(1)",
    "javascripts:x",
    "https://a.b/",
    "mailto:a@b.c",
    "data:text/plain,x",
  ])("%j is none", (href) => {
    expect(String(<a href={href}>x</a>)).toBe(`<a href="${href}">x</a>`);
  });

  test("other attributes may hold such text", () => {
    expect(String(<p title="javascript:alert(1)" />)).toBe('<p title="javascript:alert(1)"></p>');
  });
});
