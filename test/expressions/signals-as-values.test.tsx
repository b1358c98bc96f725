import { js, list, patchSignalsFrame, post, removeSignalsFrame, setAll, signals, url } from "datastar-tsx";
import { describe, expect, test } from "vitest";

describe("a signal taken for a value of the server is refused", () => {
  const { ui, count } = signals({ ui: { open: false }, count: 1 });
  const message =
    "The signal $ui.open has its value in the browser, and none here. Write js`…` for an expression with it, " +
    "url`…` for a URL, data-text={signal} to show it, and data-show, data-class or data-attr for what depends on it.";

  test.each<[what: string, use: () => unknown]>([
    ["in text", () => `${ui.open}`],
    ["as text", () => String(ui.open)],
    ["in a sum", () => "/x/" + (ui.open as never)],
    ["as a number", () => Number(ui.open)],
    ["in a comparison", () => (ui.open as never) > 3],
    ["as the name of a property", () => ({ [ui.open as never]: 1 })],
    ["in a list of text", () => [ui.open].join()],
    ["in the URL of an action", () => post(`/x/${ui.open}`)],
  ])("%s", (_, use) => {
    expect(use).toThrow(message);
  });

  test.each<[what: string, use: () => unknown]>([
    ["as JSON", () => JSON.stringify(ui.open)],
    ["in JSON", () => JSON.stringify({ a: [{ b: ui.open }] })],
    ["in JSON of the references of a set", () => JSON.stringify({ ...signals({ ui: { open: false } }).ui })],
  ])("%s", (_, use) => {
    expect(use).toThrow(message);
  });

  test("as JSON where its items are not declared", () => {
    expect(() => JSON.stringify(signals({ list: list<string>() }).list)).toThrow("The signal $list has its value in");
  });

  test("but not where the browser reads it", () => {
    expect(js`${ui.open} > ${count}`.source).toBe("$ui.open > $count");
    expect(url`/x/${count}`.source).toBe("'/x/' + encodeURIComponent($count)");
  });
});

describe("a set taken for a value", () => {
  const set = signals({ draft: "a", list: [1], ui: { open: false }, more: 1 });

  test("is its initial values, as JSON", () => {
    expect(JSON.stringify(set)).toBe('{"draft":"a","list":[1],"ui":{"open":false},"more":1}');
    expect(JSON.stringify({ form: set })).toBe(`{"form":${JSON.stringify(set.initial)}}`);
  });

  test("has no text", () => {
    const message = "A set of signals (draft, list, ui, …) has no text: write JSON.stringify(set)";
    expect(() => String(set)).toThrow(message);
    expect(() => `${set as never}`).toThrow(message);
  });

  test("has the names of its signals", () => {
    const names: string[] = [];
    for (const name in set) names.push(name);
    expect(names).toEqual(["draft", "list", "ui", "more"]);
    expect(Object.keys(set)).toEqual(names);
    expect({ ...set }.draft).toBe(set.draft);
  });

  test.each<[what: string, use: () => unknown, message: string]>([
    ["by with", () => set.with(set as never), "with() takes an object of values by the names of signals, not a set of"],
    ["by patch", () => set.patch(set as never), "patch() takes an object of values by the names of signals, not a set"],
    [
      "for a path",
      () => removeSignalsFrame(set as never),
      'removeSignals takes paths such as "user.name", not a set of',
    ],
    [
      "in an expression",
      () => js`f(${{ a: set }})`,
      'js`f(${…})`: "a", a set of signals (draft, list, ui, …), cannot be',
    ],
    ["in signals", () => patchSignalsFrame({ a: { b: set } } as never), 'The signal "a.b" cannot be a set of signals'],
    ["in a payload", () => post("/x", { payload: { a: set } }), '@post: "a" in the payload cannot be a set of signals'],
    ["for all signals", () => setAll(set), "@setAll: the value cannot be a set of signals"],
    [
      "for a URL",
      () => post(set as never),
      "@post takes the text of a URL, url`…` or an expression, not a set of signals",
    ],
  ])("is refused %s", (_, use, message) => {
    expect(use).toThrow(message);
  });
});

describe("what JSON cannot carry is no value of a signal, wherever it is given", () => {
  const set = signals({ n: 0, list: list<{ a: string }>() });

  test.each<[value: unknown, problem: string]>([
    [Number.NaN, "cannot be NaN, for which JSON has null: write a number, or leave it out."],
    [-Infinity, "cannot be -Infinity, for which JSON has null: write a number, or leave it out."],
    [1n, "cannot be a bigint: write a number or text."],
    [new Date(Number.NaN), "cannot be a Date: write its text, as with toISOString(), or its time."],
    [new Map(), "cannot be a Map: write Object.fromEntries(map)."],
    [new Set(), "cannot be a Set: write [...set]."],
    [/a/, "cannot be a RegExp: write a plain object of what is in it."],
    [[undefined, 1], "cannot be undefined: write null."],
  ])("%o", (value, problem) => {
    const path = Array.isArray(value) ? "list.0.a.0" : "list.0.a";
    const message = `he signal "${path}" ${problem}`;
    const data = { list: [{ a: value as string }] };
    expect(() => <p data-signals={data} />).toThrow(`<p> data-signals: t${message}`);
    expect(() => set.with(data)).toThrow(`with(): t${message}`);
    expect(() => signals(data as never)).toThrow(`T${message}`);
    expect(() => patchSignalsFrame(data as never)).toThrow(`T${message}`);
    expect(() => patchSignalsFrame(set.patch(data))).toThrow(`T${message}`);
    expect(() => <p {...{ "data-signals:list": data.list }} />).toThrow(`<p> data-signals:list: t${message}`);
  });

  test("the browser works out expressions and signals in it", () => {
    const value = { a: [js`1 + 1`, { b: set.n }], c: set.n };
    expect(String(<p data-signals={{ x: value }} />)).toBe('<p data-signals="{x: {a: [1 + 1, {b: $n}], c: $n}}"></p>');
  });

  test("nor is it in a payload, but for dates, which have a text there", () => {
    expect(post("/x", { payload: { at: new Date(0), n: set.n } }).source).toBe(
      "@post('/x', {payload: {at: new Date(0), n: $n}})",
    );
    expect(() => post("/x", { payload: { a: [Number.NaN] } })).toThrow('@post: "a.0" in the payload cannot be NaN');
    expect(() => post("/x", { payload: { at: new Date(Number.NaN) } })).toThrow('"at" in the payload cannot be a Date');
    expect(() => setAll(1n)).toThrow("@setAll: the value cannot be a bigint");
  });
});
