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
    [{ price: Number.NaN }, "price", "NaN, for which JSON has null: write a number, or leave it out"],
    [{ a: [{ b: Infinity }] }, "a.0.b", "Infinity, for which JSON has null: write a number, or leave it out"],
    [{ a: new Map() }, "a", "a Map: write Object.fromEntries(map)"],
    [{ a: new Set() }, "a", "a Set: write [...set]"],
    [{ a: new Date(0) }, "a", "a Date: write its text, as with toISOString(), or its time"],
    [{ a: Promise.resolve() }, "a", "a Promise: await it first"],
    [{ a: new Item() }, "a", "an Item: write a plain object of what is in it"],
    [{ a: 1n }, "a", "a bigint: write a number or text"],
    [{ a: () => 1 }, "a", "a function: write what it returns"],
    [{ a: Symbol("x") }, "a", "a symbol: write text"],
    [{ a: [undefined] }, "a.0", "undefined: write null"],
    [cycle, "self", "an object that contains itself: leave that out, or write its id"],
    [new Item(), "", "an Item: write a plain object of what is in it"],
  ])("%o", (value, path, problem) => {
    expect(findNotJson(value)).toEqual({ path, problem });
  });

  test("and what engines cannot write, since it is nested too deep", () => {
    const nested = (depth: number): unknown => {
      let value: unknown = 1;
      for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value };
      return value;
    };
    expect(findNotJson(nested(1000))).toBe(undefined);
    for (const depth of [1001, 100_000])
      expect(findNotJson({ b: nested(depth) })).toEqual({
        path: depth === 1001 ? "b.0.a.0.a.…" : "b.a.0.a.0.…",
        problem: "nested deeper than 1,000 levels: write a list of what is in it",
      });
  });

  test("but for what stands for data", () => {
    const isItem = (value: object): boolean => value instanceof Item;
    expect(findNotJson({ a: [new Item()] }, isItem)).toBe(undefined);
    expect(findNotJson({ a: [new Item(), { b: new Map() }] }, isItem)?.path).toBe("a.1.b");
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
