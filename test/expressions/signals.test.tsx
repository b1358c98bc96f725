import {
  get,
  js,
  list,
  patchSignalsFrame,
  post,
  readSignals,
  record,
  removeSignalsFrame,
  setAll,
  Signal,
  signals,
  url,
} from "datastar-tsx";
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
    expect(() => set.byId["a b"]).toThrow('"byId.a b" cannot be a signal');
    expect(() => set.byId["a.b c"]).toThrow('"byId.a.b c" cannot be a signal');
  });

  test("none of them is a property of its own", () => {
    expect(Object.keys(set.bids)).toEqual([]);
  });
});

describe("initial values with others in their place", () => {
  const todo = signals({
    draft: "",
    list: [{ id: 1 }],
    ui: { open: false, width: 1 },
    any: null,
    byId: record<number>(),
  });

  test("initial is a copy", () => {
    expect(todo.initial).toEqual({ draft: "", list: [{ id: 1 }], ui: { open: false, width: 1 }, any: null, byId: {} });
    todo.initial.list.pop();
    expect(todo.initial.list).toEqual([{ id: 1 }]);
  });

  test("with() replaces some", () => {
    expect(todo.with({ draft: "x", ui: { open: true }, list: [], byId: { a: 1 } })).toEqual({
      draft: "x",
      list: [],
      ui: { open: true, width: 1 },
      any: null,
      byId: { a: 1 },
    });
    expect(todo.with({ draft: undefined as never })).toEqual(todo.initial);
    expect(String(<p data-signals={signals({ a: 1, b: "" }).with({ b: "x" })} />)).toBe(
      `<p data-signals="{a: 1, b: 'x'}"></p>`,
    );
  });

  test.each<[values: unknown, message: string]>([
    [{ darft: "" }, 'with() names "darft", which is not among the declared signals: draft, list, ui, any, byId.'],
    [{ ui: { opne: 1 } }, 'with() names "ui.opne", which is not among the declared signals: open, width.'],
    [{ draft: 1 }, 'with(): "draft": expected string, got number.'],
    [{ draft: null }, 'with(): "draft": expected string, got null.'],
    [{ ui: { open: "yes" } }, 'with(): "ui.open": expected boolean, got string.'],
    [{ list: [{ id: "a" }] }, 'with(): "list.0.id": expected number, got string.'],
  ])("%j is refused", (values, message) => {
    expect(() => todo.with(values as never)).toThrow(message);
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

describe("a part of a set", () => {
  const view = signals({ q: "", edit: { id: 0, tags: [""], more: {} }, "a-b": null, page: 1, _local: true });

  test("is a set of its own", async () => {
    const part = view.pick("edit", "q");
    expect(Object.keys(part)).toEqual(["edit", "q"]);
    expect(Signal.pathOf(part.edit.id)).toBe("edit.id");
    expect(part.initial).toEqual({ edit: { id: 0, tags: [""], more: {} }, q: "" });
    const request = new Request("http://x/", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"q":"a","edit":{"id":1,"tags":[],"more":{"x":[1]}}}',
    });
    expect(await readSignals(request, part)).toEqual({ q: "a", edit: { id: 1, tags: [], more: { x: [1] } } });
  });

  const sent = (source: string): string[] => {
    const include = /include: \/(.*)\/\}/.exec(source)?.[1] ?? "";
    const paths = [
      "q",
      "q.x",
      "qs",
      "x.q",
      "edit.id",
      "edit.ids",
      "edit.tags",
      "edit.tags.0",
      "edit.more.x",
      "edit.new",
    ];
    return [...paths, "a-b", "a-b.c", "axb", "page"].filter((path) => new RegExp(include).test(path));
  };

  test("filters what an action sends", () => {
    expect(post("/x", { filterSignals: view.pick("q") }).source).toBe(
      String.raw`@post('/x', {filterSignals: {include: /^(?:q)(?:\.|$)/}})`,
    );
    expect(sent(get("/x", { filterSignals: view.pick("edit", "q") }).source)).toEqual([
      "q",
      "q.x",
      "edit.id",
      "edit.tags",
      "edit.tags.0",
      "edit.more.x",
    ]);
    expect(sent(get("/x", { filterSignals: view.pick("a-b") }).source)).toEqual(["a-b", "a-b.c"]);
    expect(sent(get("/x", { filterSignals: view }).source)).toContain("page");
  });

  test("of names that were not declared is refused", () => {
    expect(() => view.pick("serach" as never)).toThrow(
      'pick() names "serach", which is not among the declared signals: q, edit, a-b, page, _local.',
    );
  });
});
