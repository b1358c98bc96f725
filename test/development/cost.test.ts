import { type Child, js, post, url } from "datastar-tsx";
import { configureDiagnostics, type Finding, jsxDEV } from "datastar-tsx/jsx-dev-runtime";
// Development checks each element once, and holds what production does.
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { knownName } from "../../src/development/known-name.js";
import { verdictOn } from "../../src/development/verdict.js";
import { attributeSignals } from "../../src/diagnostics/attribute-signals.js";
import { checkAttribute } from "../../src/diagnostics/check-attribute.js";
import { literal } from "../../src/expressions/literal.js";

let reported: Finding[];
beforeEach(() => {
  reported = [];
  configureDiagnostics({ report: (finding) => reported.push(finding) });
});
afterEach(() => configureDiagnostics());

const depth = 10_000;

describe("elements can be nested as deeply as in production", () => {
  const inner = jsxDEV("b", { id: "a", "data-text": "$a", children: "later" });
  const markup = `${"<div>".repeat(depth)}<b id="a" data-text="$a">later</b>${"</div>".repeat(depth)}`;

  test("each in the next", () => {
    let html = inner;
    for (let i = 0; i < depth; i++) html = jsxDEV("div", { children: html });
    expect(String(html)).toBe(markup);
  });

  test("behind a promise", async () => {
    let html = jsxDEV("div", { children: Promise.resolve(inner) });
    for (let i = 1; i < depth; i++) html = jsxDEV("div", { children: html });
    expect(String(await html)).toBe(markup);
  });

  test("each in an asynchronous component", async () => {
    const Box = async ({ children }: { children: Child }) => jsxDEV("div", { children });
    let html = inner;
    for (let i = 0; i < depth; i++) html = jsxDEV(Box, { children: html });
    expect(String(await html)).toBe(markup);
  });

  test("and what is wrong is still found: ids, nesting, signals", () => {
    let html: Child = [jsxDEV("i", { id: "x", "data-text": "$cuont" }), jsxDEV("a", {})];
    for (let i = 0; i < depth; i++) html = jsxDEV("div", { children: html });
    expect(() => jsxDEV("div", { children: [html, jsxDEV("b", { id: "x" })] })).toThrow(/^<b> id="x": the <i>/);
    expect(() => jsxDEV("a", { children: html })).toThrow(/^<a> a <a> cannot hold a <a>/);
    jsxDEV("html", {
      children: [
        jsxDEV("script", { src: "/datastar.js" }),
        jsxDEV("body", { "data-signals": { count: 1 }, children: html }),
      ],
    });
    expect(reported.map(({ message }) => message)).toEqual([
      "<i> data-text: nothing in the page declares the signal cuont; did you mean $count?",
    ]);
  });
});

describe("attributes that are alike but for their data are checked once", () => {
  const number = fc.oneof(
    fc.nat(),
    fc.nat(9),
    fc.double({ min: 0, max: 9, noNaN: true }).map((n) => n.toFixed(1)),
  );
  // What users enter, as our serialiser prints it, and what authors write.
  const word = fc.constantFrom(
    "a",
    "b c",
    "$a",
    "@get",
    "@get('/x')",
    "form",
    "json",
    "it's",
    "a:b",
    "é 🙂",
    "[",
    "/",
    "",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 5 }).map((text) => literal(text)),
    word.map((text) => literal(text)),
    word.filter((text) => !text.includes("'")).map((text) => `'${text}'`),
    word.map((text) => JSON.stringify(text)),
  );
  const piece = fc.oneof(
    number.map((n) => `@post('/x/${n}')`),
    number.map((n) => `@get('/x/${n}/y.z?q=${n}', {retryInterval: ${n}, contentType: 'form'})`),
    number.map((n) => `$a === ${n}`),
    number.map((n) => `$a-${n}`),
    number.map((n) => `$a.${n} = ${n}`),
    number.map((n) => `{x: ${n}, 2: $b${n}}`),
    number.map((n) => `[${n}]`),
    text.map((text) => `$a = ${text}`),
    text.map((text) => `@get(${text}, {payload: {a: ${text}}})`),
    text.map((text) => `@get('/', {contentType: ${text}, filterSignals: {include: ${text}}})`),
    text.map((text) => `{${text}: ${text}}`),
    text.map((text) => `$a ? ${text} : evt.x + ${text}`),
    text.map((text) => `/'/.test(${text})`),
    text,
    fc.constantFrom(
      "@get('')",
      "@psot('/x')",
      "$a = ",
      "'/' + $b",
      "'a' ? 1 : 2",
      "evt.x",
      "0x1",
      "1e3",
      "1.5",
      "{",
      ";",
      "`",
      "//",
    ),
  );
  const value = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(" "));
  const name = fc.constantFrom("data-text", "data-on:click", "data-signals", "data-class", "data-effect", "data-foo");

  test("and each is told the same as if it was the only one", () => {
    fc.assert(
      fc.property(name, value, (name, value) => {
        const { found, signals } = verdictOn("p", { name, value });
        expect(found).toEqual(checkAttribute(name, value, "p"));
        expect(signals).toEqual(attributeSignals(name, value));
      }),
      { numRuns: 1000 },
    );
  });

  test("also where they are none of Datastar's", () => {
    const name = fc.constantFrom(
      "data-title",
      "data-on-foo",
      "data-ref-id",
      "data-clas",
      "data-intersects",
      "data-nonce",
    );
    fc.assert(
      fc.property(name, fc.oneof(value, fc.string(), word), (name, value) => {
        const attributes = knownName(name).attributesFor?.(value) ?? [];
        expect(attributes.flatMap(({ name, value }) => checkAttribute(name, value, "p"))).toEqual(
          checkAttribute(name, value, "p"),
        );
      }),
    );
  });

  test("and compiled once, whatever users enter", () => {
    const compiled = vi.fn(Function);
    vi.stubGlobal("Function", compiled);
    const row = (text: string, number: number): Child =>
      jsxDEV("li", {
        "data-on:click": post(url`/rows/${text}`, { payload: { text, number, list: [text, number] } }),
        "data-on:input": { do: js`$rows = ${[number, text]}; f(${text})`, debounce: 200 },
        "data-text": js`${text} + ($a ? ${number} : ${text})`,
        "data-class": { a: js`$a === ${text}`, b: js`$n > ${number}` },
        "data-signals": { text, number },
      });
    row("first", 1);
    const before = compiled.mock.calls.length;
    for (let i = 2; i < 200; i++) row(`It's ${i} "rows"; <b>{/}\n & ünïcödé\u2028`, i * 1.25);
    vi.unstubAllGlobals();
    expect(before).toBeGreaterThan(0);
    // Those of a text with escape sequences, which some checks tell from others.
    expect(compiled.mock.calls.length).toBeLessThanOrEqual(3 * before);
  });
});
