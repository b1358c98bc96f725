// What the development runtime says of an element's attributes, and how that is set.
import { type Child, configureClient, js, post, signals } from "datastar-tsx";
import { configureDiagnostics, DiagnosticError, jsxDEV } from "datastar-tsx/jsx-dev-runtime";
import { html } from "hono/html";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { at, component, element, Reports } from "./reports.js";

const reports = new Reports();

describe("objects that were put into text", () => {
  test.each<[props: object, where: string, says: string]>([
    [
      { title: `a ${String({})}` },
      "title",
      '"[object Object]", an object that was put into text; take what is to be read from the object.',
    ],
    [
      { children: ["a ", `${String(Promise.resolve())}`] },
      "its text",
      '"[object Promise]", an object that was put into text; await the promise first.',
    ],
  ])("%j", (props, where, says) => {
    element("p", props, 3);
    expect(reports.texts).toEqual([`<p> ${where}: this is ${says} (3)`]);
  });

  test("markup of hono/html, which no type can tell from text", () => {
    element("p", { children: ["a ", html`<b>bold</b>`] }, 3);
    expect(reports.texts).toEqual([
      "<p> its text: this is markup of hono/html, which is shown as text here; write raw(html`…`). (3)",
    ]);
  });

  const rows = [1, 2].map((n) => element("b", { children: n }, 1));
  test.each<[children: string, begins: string]>([
    [`Sum: ${String(rows[0])}`, "<b>1</b>"],
    [rows.join(""), "<b>1</b>"],
    [element("i", { children: rows }, 2).toString(), "<i><b>1</b><b>2</b></i>"],
  ])("markup that became text: %j", (children, begins) => {
    element("p", { children: ["x", children] }, 3);
    expect(reports.texts).toEqual([
      `<p> its text: ${begins} was turned into text, whose tags are shown; put the markup itself there: {element}, {list.map(…)} without join, {[a, b]} in place of a + b. (3)`,
    ]);
  });

  test("markup as text is right in attributes, as source that is shown, and in text of others", () => {
    const [row] = rows;
    element("iframe", { srcdoc: String(row) }, 3);
    element("code", { children: String(row) }, 3);
    element("p", { children: "<b>3</b>" }, 3);
    element("p", { children: row }, 3);
    expect(reports.texts).toEqual([]);
  });

  test("other brackets are text", () => {
    element("p", { title: "[object]", children: "an [object of desire]" }, 3);
    expect(reports.texts).toEqual([]);
  });
});

describe("an element's attributes", () => {
  test("errors are thrown, with the place, the reason and the remedy", () => {
    expect(() => element("button", { "data-on-click": "@post('/x')" }, 3)).toThrow(
      new DiagnosticError([
        {
          rule: "old-spelling",
          severity: "error",
          message: "<button> data-on-click: since Datastar 1.0 a key follows a colon: data-on:click.",
          tag: "button",
          source: at(3),
        },
      ]),
    );
    expect(() => element("button", { "data-on-click": "@post('/x')" }, 3)).toThrow(
      /^<button> data-on-click: since Datastar 1\.0 a key follows a colon: data-on:click\.\n    at \/app\/page\.tsx:3:1$/,
    );
    expect(reports.findings).toEqual([]);
  });

  test("all of them at once", () => {
    expect(() => element("p", { "data-show": "", "data-text": "@psot()" }, 3)).toThrow(
      /^<p> data-show: data-show needs a value\.\n    at .*:3:1\n<p> data-text: @psot is no action of Datastar; did you mean @post\?\n    at .*:3:1$/,
    );
  });

  test("again each time, so that no reload hides them", () => {
    for (const _ of [1, 2]) expect(() => element("p", { "data-show": "" }, 3)).toThrow(DiagnosticError);
  });

  test("in components, the innermost place, once", () => {
    const Inner = (): Child => element("p", { "data-show": "" }, 7);
    expect(() => element("main", { children: component(Inner, {}, 2) }, 1)).toThrow(
      /^<p> data-show: data-show needs a value\.\n    at \/app\/page\.tsx:7:1$/,
    );
  });

  test("also without a place, when the compiler gave none", () => {
    expect(() => jsxDEV("p", { "data-show": "" })).toThrow(/^<p> data-show: data-show needs a value\.$/);
  });

  test("warnings are reported, once for each place", () => {
    for (const line of [3, 3, 4]) element("p", { "data-on:clik": js`run()` }, line);
    expect(reports.texts).toEqual([
      '<p> data-on:clik: the DOM fires no "clik"; did you mean click? (3)',
      '<p> data-on:clik: the DOM fires no "clik"; did you mean click? (4)',
    ]);
  });

  test("by default to the console, with the place", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    try {
      configureDiagnostics();
      for (const _ of [1, 2]) element("p", { "data-on:clik": js`run()` }, 3);
      expect(warn.mock.calls).toEqual([
        ['<p> data-on:clik: the DOM fires no "clik"; did you mean click?\n    at /app/page.tsx:3:1'],
      ]);
    } finally {
      warn.mockRestore();
    }
  });

  test("what the serialiser makes of objects is checked, too", () => {
    expect(() => element("p", { "data-on": { click: { do: "@psot()", once: true } } }, 3)).toThrow(
      "<p> data-on:click__once: @psot is no action of Datastar; did you mean @post?",
    );
    expect(() => element("p", { "data-class": { a: js`$b +` } }, 3)).toThrow(
      "<p> data-class: Datastar finds a syntax error in `{a: $b +}`: Unexpected token '}'.",
    );
    expect(() => element("p", { "data-on-click": post("/x") }, 3)).toThrow(
      "<p> data-on-click: since Datastar 1.0 a key follows a colon: data-on:click.",
    );
    expect(() => element("p", { "data-shwo": signals({ open: true }).open }, 3)).toThrow(
      "<p> data-shwo: Datastar has no data-shwo; did you mean data-show?",
    );
  });

  test("an attribute that is there twice, by two ways to write it", () => {
    expect(() => element("p", { "data-signals:fooBar": 1, "data-signals:foo-bar": 2 }, 3)).toThrow(
      "<p> data-signals:foo-bar is there twice, and only the last one is kept; write one.",
    );
    // Both run.
    element("p", { "data-on:click": "a()", "data-on:click__once": "b()", "data-on": { click: "c()" } }, 3);
    expect(reports.findings).toEqual([]);
  });

  test("an attribute that is left out is not", () => {
    for (const value of [false, null, undefined]) element("p", { "data-on-click": value, "data-on:clik": value }, 3);
    expect(reports.findings).toEqual([]);
  });

  test("a flag alone on an attribute that does something", () => {
    expect(() => element("button", { "data-on:click": true }, 3)).toThrow(
      "<button> data-on:click: true does nothing here; give an expression that does.",
    );
  });
});

describe("switches", () => {
  const mistakes = () => element("p", { "data-show": "", "data-on:clik": "x()" }, 3);
  const report = reports.add;

  test("errors can be reported instead, once", () => {
    configureDiagnostics({ errors: "warn", report });
    for (const _ of [1, 2]) expect(String(mistakes())).toBe('<p data-show="" data-on:clik="x()"></p>');
    expect(reports.findings.map(({ rule }) => rule)).toEqual(["value-required", "unknown-event"]);
  });

  test("the client that pages load tells what is a mistake", () => {
    const query = () => element("p", { "data-on:click": "@query('/x')" }, 3);
    expect(String(query())).toBe(`<p data-on:click="@query('/x')"></p>`);
    onTestFinished(() => configureClient());
    configureClient({ version: "1.0.2" });
    expect(query).toThrow("@query is an action of clients from 1.0.4 on.");
  });

  test("errors can be ignored", () => {
    configureDiagnostics({ errors: "off", report });
    mistakes();
    expect(reports.findings.map(({ rule }) => rule)).toEqual(["unknown-event"]);
  });

  test("warnings can be ignored, errors still throw", () => {
    configureDiagnostics({ warnings: "off", report });
    expect(mistakes).toThrow(/^<p> data-show[^]*:3:1$/);
    expect(reports.findings).toEqual([]);
  });

  test("everything can be off", () => {
    configureDiagnostics({ errors: "off", warnings: "off", report });
    expect(
      String(
        element("html", { children: [mistakes(), element("i", { id: "a" }, 1), element("b", { id: "a" }, 2)] }, 1),
      ),
    ).toContain('<i id="a">');
    expect(reports.findings).toEqual([]);
  });
});
