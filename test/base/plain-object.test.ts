import { runInNewContext } from "node:vm";
import { js, patchSignalsFrame, signals } from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";
import { isPlainObject } from "../../src/base/plain-object.js";

class Own {}

test("objects as JSON and object literals make them are plain", () => {
  expect([{}, JSON.parse('{"a":1}'), Object.create(null)].map(isPlainObject)).toEqual([true, true, true]);
  const others = [[], null, "a", () => {}, new Date(), new Map(), new Own(), Object.create({}), Promise.resolve(), /a/];
  expect(others.filter(isPlainObject)).toEqual([]);
});

describe("objects of another realm, as those of structuredClone() in some test runners", () => {
  const other = (source: string): never => runInNewContext(`(${source})`) as never;

  test("are plain as well", () => {
    expect([other("{ a: 1 }"), other("Object.create(null)")].map(isPlainObject)).toEqual([true, true]);
    const others = ["[]", "new Date()", "new Map()", "new (class A {})()", "Object.create({})", "/a/", "new Error()"];
    expect(others.map(other).filter(isPlainObject)).toEqual([]);
  });

  test("are data", () => {
    const data = other("{ a: 1, b: { c: ['x'] } }");
    expect(String(jsx("p", { "data-signals": data }))).toBe(`<p data-signals="{a: 1, b: {c: ['x']}}"></p>`);
    expect(patchSignalsFrame(data)).toContain('data: signals {"a":1,"b":{"c":["x"]}}\n');
    expect(js`f(${data})`.source).toBe("f({a: 1, b: {c: ['x']}})");
    expect(signals(data).initial).toEqual({ a: 1, b: { c: ["x"] } });
    expect(String(jsx("p", { class: other("['a', { b: true }]"), style: other("{ color: 'red' }") }))).toBe(
      '<p class="a b" style="color:red"></p>',
    );
  });
});
