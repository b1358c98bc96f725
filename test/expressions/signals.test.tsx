import { js, list, record, Signal, signals } from "datastar-tsx";
import { describe, expect, test } from "vitest";

describe("references", () => {
  const todo = signals({
    draft: "",
    count: 1,
    tags: ["a"],
    selected: null,
    ui: { open: false, panel: { width: 1 } },
    _local: true,
    "foo-bar": 1,
    1: "a",
  });

  test.each<[signal: Signal, path: string]>([
    [todo.draft, "draft"],
    [todo.count, "count"],
    [todo.tags, "tags"],
    [todo.selected, "selected"],
    [todo.ui, "ui"],
    [todo.ui.open, "ui.open"],
    [todo.ui.panel.width, "ui.panel.width"],
    [todo._local, "_local"],
    [todo["foo-bar"], "foo-bar"],
    [todo[1], "1"],
  ])("%s", (signal, path) => {
    expect(signal).toBeInstanceOf(Signal);
    expect(Signal.pathOf(signal)).toBe(path);
    expect(String(js`${signal}`)).toBe(`$${path}`);
    expect(String(<p data-bind={signal} />)).toBe(`<p data-bind="${path}"></p>`);
  });

  test("are all that one can list", () => {
    expect(Object.keys(todo)).toEqual(["1", "draft", "count", "tags", "selected", "ui", "_local", "foo-bar"]);
    expect(Object.keys(todo.ui)).toEqual(["open", "panel"]);
  });

  test("names of members that every object has are names like any other", () => {
    const set = signals({ constructor: 1, toString: 2, then: 3, nested: { valueOf: 4 } });
    const { constructor, toString, then, nested } = set;
    expect([constructor, toString, then, nested.valueOf, nested].map(Signal.sourceOf)).toEqual([
      "$constructor",
      "$toString",
      "$then",
      "$nested.valueOf",
      "$nested",
    ]);
  });

  test("other values have no path", () => {
    for (const value of [null, undefined, "draft", { path: "draft" }, Object.create(Signal.prototype)])
      expect(Signal.pathOf(value)).toBe(undefined);
  });
});

describe("initial values", () => {
  test("go into data-signals", () => {
    const set = signals({ text: "it's", list: [1, { a: null }], nested: { on: true }, none: null, absent: undefined });
    expect(String(<main data-signals={set} />)).toBe(
      `<main data-signals="{text: 'it\\x27s', list: [1, {a: null}], nested: {on: true}, none: null}"></main>`,
    );
  });

  test("are copied: a later change of the object is not one of the declaration", () => {
    const initial = { list: [{ a: 1 }], nested: { on: true } };
    const set = signals(initial);
    initial.list[0]!.a = 2;
    initial.nested.on = false;
    expect(String(<main data-signals={set} />)).toBe(
      '<main data-signals="{list: [{a: 1}], nested: {on: true}}"></main>',
    );
  });
});

describe("refuses", () => {
  const ascii = 'Datastar expressions can only name signals made of ASCII letters, digits and "_".';

  test.each<[what: string, initial: unknown, message: string]>([
    ["a space", { "a b": 1 }, `"a b" cannot be a signal: ${ascii}`],
    ["letters beyond ASCII", { ü: 1 }, `"ü" cannot be a signal: ${ascii}`],
    ["a dot", { "a.b": 1 }, `"a.b" cannot be a signal: ${ascii}`],
    ["no name", { "": 1 }, `"" cannot be a signal: ${ascii}`],
    ["a hyphen at the end", { "a-": 1 }, `"a-" cannot be a signal: ${ascii}`],
    ["a dollar sign", { $a: 1 }, `"$a" cannot be a signal: ${ascii}`],
    ["such a name deep inside", { ui: { panel: { "a b": 1 } } }, `"ui.panel.a b" cannot be a signal: ${ascii}`],
    ["__proto__", JSON.parse('{"__proto__":1}'), '"__proto__" cannot be a signal: "__proto__" is not a property name.'],
    [
      "__proto__ inside",
      JSON.parse('{"ui":{"__proto__":1}}'),
      '"ui.__proto__" cannot be a signal: "__proto__" is not a property name.',
    ],
    [
      "State",
      { State: 1 },
      'signals() has a member named "State" itself; rename that signal, or nest it in an object.',
    ],
    [
      "patch",
      { patch: 1 },
      'signals() has a member named "patch" itself; rename that signal, or nest it in an object.',
    ],
    [
      "initial",
      { initial: 1 },
      'signals() has a member named "initial" itself; rename that signal, or nest it in an object.',
    ],
    ["with", { with: 1 }, 'signals() has a member named "with" itself; rename that signal, or nest it in an object.'],
    ["pick", { pick: 1 }, 'signals() has a member named "pick" itself; rename that signal, or nest it in an object.'],
    [
      "another set",
      { form: signals({ a: 1 }) },
      'The signal "form" cannot be a set of signals (a): write set.initial for the values that it begins with, or name one of its signals, as set.a.',
    ],
    ["~standard", { "~standard": 1 }, `"~standard" cannot be a signal: ${ascii}`],
    [
      "a date",
      { at: new Date(0) },
      'The signal "at" cannot be a Date: write its text, as with toISOString(), or its time.',
    ],
    ["a function", { ui: { run: () => 1 } }, 'The signal "ui.run" cannot be a function: write what it returns.'],
    ["a bigint in a list", { ids: [1, 2n] }, 'The signal "ids.1" cannot be a bigint: write a number or text.'],
    [
      "NaN",
      { count: Number.NaN },
      'The signal "count" cannot be NaN, for which JSON has null: write a number, or leave it out.',
    ],
    ["a hole in a list's item", { list: [{ a: undefined }] }, 'The signal "list.0.a" cannot be undefined: write null.'],
    ["an array", [1], "signals() takes an object of initial values, not an Array."],
    ["null", null, "signals() takes an object of initial values, not null."],
  ])("%s", (_, initial, message) => {
    expect(() => signals(initial as never)).toThrow(message);
  });

  test("the reserved names are free inside", () => {
    expect(Signal.sourceOf(signals({ ui: { patch: 1, State: 2 } }).ui.patch)).toBe("$ui.patch");
  });

  test("a reference that an expression could not spell", () => {
    expect(() => new Signal("a b")).toThrow(`"a b" cannot be a signal: ${ascii}`);
    expect(() => new Signal("a..b")).toThrow(`"a..b" cannot be a signal: ${ascii}`);
    expect(() => new Signal("")).toThrow(`"" cannot be a signal: ${ascii}`);
  });
});

describe("items of arrays, and what is in records, have references", () => {
  interface Bid {
    readonly amount: number;
    readonly tags: readonly string[];
  }
  const set = signals({ bids: list<Bid>(), byId: record<Bid>(), rows: [[1]], of: {} });

  test.each<[signal: Signal | undefined, path: string]>([
    [set.bids[1], "bids.1"],
    [set.bids[1]?.amount, "bids.1.amount"],
    [set.bids[0]?.tags[2], "bids.0.tags.2"],
    [set.byId["x-1"], "byId.x-1"],
    [set.byId["x"]?.tags[0], "byId.x.tags.0"],
    [set.byId["toString"] as never, "byId.toString"],
    [set.rows[0]?.[1], "rows.0.1"],
  ])("%#: %s", (signal, path) => {
    expect(signal).toBeInstanceOf(Signal);
    expect(Signal.pathOf(signal)).toBe(path);
    expect(js`${signal} + 1`.source).toBe(`$${path} + 1`);
    expect(String(<input data-bind={signal as Signal<string>} />)).toBe(`<input data-bind="${path}">`);
  });

  test("but for names that an expression cannot spell", () => {
    expect(() => set.byId["a b"]).toThrow(
      '"byId.a b" cannot be a signal: Datastar expressions can only name signals made of ASCII letters, digits and "_". ' +
        "In an expression, write js`${byId}[${key}]`.",
    );
    expect(js`${set.byId}[${"a b"}].amount`.source).toBe("$byId['a b'].amount");
    expect(() => set.byId["a.b c"]).toThrow('"byId.a.b c" cannot be a signal');
  });

  test("none of them is a property of its own", () => {
    expect(Object.keys(set.bids)).toEqual([]);
  });
});
