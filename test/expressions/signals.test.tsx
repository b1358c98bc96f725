import { js, Signal, signals } from "datastar-tsx";
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
    expect(`${signal}`).toBe(`$${path}`);
    expect(String(js`${signal}`)).toBe(`$${path}`);
    expect(String(<p data-bind={signal} />)).toBe(`<p data-bind="${path}"></p>`);
  });

  test("are all that one can list", () => {
    expect(Object.keys(todo)).toEqual(["1", "draft", "count", "tags", "selected", "ui", "_local", "foo-bar"]);
    expect(Object.keys(todo.ui)).toEqual(["open", "panel"]);
  });

  test("names of members that every object has are names like any other", () => {
    const set = signals({ constructor: 1, toString: 2, then: 3, nested: { valueOf: 4 } });
    expect(`${set.constructor} ${set.toString} ${set.then} ${set.nested.valueOf} ${set.nested}`).toBe(
      "$constructor $toString $then $nested.valueOf $nested",
    );
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
    ["~standard", { "~standard": 1 }, `"~standard" cannot be a signal: ${ascii}`],
    ["a date", { at: new Date(0) }, 'The signal "at" cannot hold a Date: signals carry what JSON carries.'],
    [
      "a function",
      { ui: { run: () => 1 } },
      'The signal "ui.run" cannot hold a function: signals carry what JSON carries.',
    ],
    [
      "a bigint in a list",
      { ids: [1, 2n] },
      'The signal "ids.1" cannot hold a bigint: signals carry what JSON carries.',
    ],
    ["NaN", { count: Number.NaN }, 'The signal "count" cannot hold NaN: signals carry what JSON carries.'],
    [
      "a hole in a list's item",
      { list: [{ a: undefined }] },
      'The signal "list.0.a" cannot hold undefined: signals carry what JSON carries.',
    ],
    ["an array", [1], "signals() takes an object of initial values, not an Array."],
    ["null", null, "signals() takes an object of initial values, not null."],
  ])("%s", (_, initial, message) => {
    expect(() => signals(initial as never)).toThrow(message);
  });

  test("the reserved names are free inside", () => {
    expect(`${signals({ ui: { patch: 1, State: 2 } }).ui.patch}`).toBe("$ui.patch");
  });

  test("a reference that an expression could not spell", () => {
    expect(() => new Signal("a b")).toThrow(`"a b" cannot be a signal: ${ascii}`);
    expect(() => new Signal("a..b")).toThrow(`"a..b" cannot be a signal: ${ascii}`);
    expect(() => new Signal("")).toThrow(`"" cannot be a signal: ${ascii}`);
  });
});

describe("patch()", () => {
  const todo = signals({ draft: "", list: [{ id: 1 }], ui: { open: false } });

  test("returns the changes, which go wherever signals go", () => {
    const changes = { draft: "a", ui: { open: null } };
    expect(todo.patch(changes)).toBe(changes);
    expect(String(<p data-signals={todo.patch(changes)} />)).toBe(
      `<p data-signals="{draft: 'a', ui: {open: null}}"></p>`,
    );
  });

  test("takes lists as a whole", () => {
    expect(todo.patch({ list: [{ id: 2 }] })).toEqual({ list: [{ id: 2 }] });
  });

  test.each<[changes: unknown, message: string]>([
    [{ darft: "" }, 'patch() names "darft", which is not among the declared signals: draft, list, ui.'],
    [{ ui: { opne: true } }, 'patch() names "ui.opne", which is not among the declared signals: open.'],
    [{ toString: "" }, 'patch() names "toString", which is not among the declared signals: draft, list, ui.'],
    [
      JSON.parse('{"__proto__":{}}'),
      'patch() names "__proto__", which is not among the declared signals: draft, list, ui.',
    ],
  ])("refuses %j", (changes, message) => {
    expect(() => todo.patch(changes as never)).toThrow(message);
  });
});
