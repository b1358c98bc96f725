import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findNotJson } from "../../src/base/json.js";

describe("finds what JSON cannot carry", () => {
  class Item {
    id = 1;
  }
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;

  test.each<[value: unknown, path: string, problem: string]>([
    [{ price: Number.NaN }, "price", "NaN, for which JSON has null"],
    [{ a: [{ b: Infinity }] }, "a.0.b", "Infinity, for which JSON has null"],
    [{ a: new Map() }, "a", "a Map: send Object.fromEntries(map)"],
    [{ a: new Set() }, "a", "a Set: send [...set]"],
    [{ a: new Date(0) }, "a", "a Date: send its text, as with toISOString(), or its time"],
    [{ a: Promise.resolve() }, "a", "a Promise: await it first"],
    [{ a: new Item() }, "a", "an Item: send a plain object of what is in it"],
    [{ a: 1n }, "a", "a bigint: send a number or text"],
    [{ a: () => 1 }, "a", "a function"],
    [{ a: Symbol("x") }, "a", "a symbol"],
    [{ a: [undefined] }, "a.0", "undefined"],
    [cycle, "self", "an object that contains itself"],
    [new Item(), "", "an Item: send a plain object of what is in it"],
  ])("%o", (value, path, problem) => {
    expect(findNotJson(value)).toEqual({ path, problem });
  });

  test("and nothing in what it can", () => {
    const twice = { a: 1 };
    expect(findNotJson({ a: twice, b: [twice, twice], c: undefined, d: null, e: Object.create(null) })).toBe(undefined);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(findNotJson(value)).toBe(undefined);
      }),
    );
  });
});
