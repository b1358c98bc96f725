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
    [cycle, "self", "an object that contains itself"],
    [new Item(), "", "an Item: write a plain object of what is in it"],
  ])("%o", (value, path, problem) => {
    expect(findNotJson(value)).toEqual({ path, problem });
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
