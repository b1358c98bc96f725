import { signals } from "datastar-tsx";
import { describe, expect, test } from "vitest";

/** Validates as every library that knows Standard Schema does. */
const validate = (initial: object, value: unknown) => signals(initial as never)["~standard"].validate(value);

test("says what it is", () => {
  const standard = signals({ a: 1 })["~standard"];
  expect([standard.version, standard.vendor]).toEqual([1, "datastar-tsx"]);
});

describe("takes a state of the declared types, and the declared part of it", () => {
  test.each<[what: string, initial: object, value: unknown, state: unknown]>([
    [
      "values of the same types",
      { text: "", count: 0, on: false },
      { text: "a", count: 1, on: true },
      { text: "a", count: 1, on: true },
    ],
    ["nested values", { ui: { open: false } }, { ui: { open: true } }, { ui: { open: true } }],
    [
      "without what was not declared",
      { a: 1, ui: { open: false } },
      { a: 2, b: 3, ui: { open: true, x: 1 } },
      { a: 2, ui: { open: true } },
    ],
    ["without a forged prototype", { a: 1 }, JSON.parse('{"a":2,"__proto__":{"admin":true}}'), { a: 2 }],
    ["anything where null was declared", { selected: null }, { selected: { id: 1 } }, { selected: { id: 1 } }],
    ["null where null was declared and the browser has no such signal", { selected: null }, {}, { selected: null }],
    ["items of the declared type", { ids: [0] }, { ids: [1, 2, 3] }, { ids: [1, 2, 3] }],
    ["items of any of the declared types", { mixed: [0, ""] }, { mixed: ["a", 1] }, { mixed: ["a", 1] }],
    [
      "objects in a list, without what was not declared",
      { list: [{ id: 0 }] },
      { list: [{ id: 1, x: 2 }, { id: 3 }] },
      { list: [{ id: 1 }, { id: 3 }] },
    ],
    ["any items where none were declared", { list: [] }, { list: [1, { a: "b" }] }, { list: [1, { a: "b" }] }],
    ["an empty list", { ids: [0] }, { ids: [] }, { ids: [] }],
    [
      "local signals, which the client does not send, with their initial values",
      { a: 1, _b: { c: 2 }, ui: { _d: 3 } },
      { a: 2, ui: {} },
      { a: 2, _b: { c: 2 }, ui: { _d: 3 } },
    ],
    ["local signals that were sent nevertheless", { _b: 1 }, { _b: 2 }, { _b: 2 }],
  ])("%s", (_, initial, value, state) => {
    expect(validate(initial, value)).toEqual({ value: state });
  });

  test("what is returned can be changed without changing the declaration", async () => {
    const set = signals({ _ui: { open: false } });
    const first = await set["~standard"].validate({});
    if (first.issues === undefined) first.value._ui.open = true;
    expect(await set["~standard"].validate({})).toEqual({ value: { _ui: { open: false } } });
  });
});

describe("names every value that is of another type", () => {
  test.each<[what: string, initial: object, value: unknown, issues: { message: string; path: PropertyKey[] }[]]>([
    ["another type", { count: 0 }, { count: "1" }, [{ message: "expected number, got string", path: ["count"] }]],
    ["a missing value", { count: 0 }, {}, [{ message: "expected number, got nothing", path: ["count"] }]],
    ["null", { count: 0 }, { count: null }, [{ message: "expected number, got null", path: ["count"] }]],
    [
      "a list for an object",
      { ui: { open: false } },
      { ui: [] },
      [{ message: "expected object, got array", path: ["ui"] }],
    ],
    [
      "an object for a list",
      { ids: [0] },
      { ids: { 0: 1 } },
      [{ message: "expected array, got object", path: ["ids"] }],
    ],
    [
      "deep inside",
      { ui: { panel: { width: 1 } } },
      { ui: { panel: { width: "1" } } },
      [{ message: "expected number, got string", path: ["ui", "panel", "width"] }],
    ],
    ["in a list", { ids: [0] }, { ids: [1, "2"] }, [{ message: "expected number, got string", path: ["ids", 1] }]],
    [
      "in an object in a list",
      { list: [{ id: 0 }] },
      { list: [{}] },
      [{ message: "expected number, got nothing", path: ["list", 0, "id"] }],
    ],
    [
      "a local signal of another type",
      { _a: 1 },
      { _a: "1" },
      [{ message: "expected number, got string", path: ["_a"] }],
    ],
    [
      "all of them",
      { a: 1, b: "" },
      { a: "", b: 1 },
      [
        { message: "expected number, got string", path: ["a"] },
        { message: "expected string, got number", path: ["b"] },
      ],
    ],
    [
      "an inherited member is no value",
      { toString: "" },
      {},
      [{ message: "expected string, got nothing", path: ["toString"] }],
    ],
    ["no object at all", { a: 1 }, [], [{ message: "expected object, got array", path: [] }]],
    ["nothing at all", { a: 1 }, undefined, [{ message: "expected object, got nothing", path: [] }]],
  ])("%s", (_, initial, value, issues) => {
    expect(validate(initial, value)).toEqual({ issues });
  });
});

test("a thousand items alike are declared once: what fits none of them is not tried a thousand times", () => {
  let reads = 0;
  const item = () =>
    Object.defineProperty({}, "id", { enumerable: true, get: () => (reads++, "text where a number was declared") });
  const rows = Array.from({ length: 1000 }, (_, id) => ({ id, tags: ["a", "b"] }));
  const result = validate({ rows }, { rows: Array.from({ length: 10 }, item) });
  expect([reads, "issues" in result]).toEqual([10, true]);
});

test("items of several shapes: each takes the first that fits, with its own local signals", () => {
  const initial = { rows: [{ a: 1, _x: "first" }, { a: 2, _x: "second" }, { b: "" }] };
  expect(validate(initial, { rows: [{ b: "x" }, { a: 5 }] })).toEqual({
    value: { rows: [{ b: "x" }, { a: 5, _x: "first" }] },
  });
});
