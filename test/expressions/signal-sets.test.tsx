import { get, post, readSignals, record, Signal, signals } from "datastar-tsx";
import { describe, expect, test } from "vitest";

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
