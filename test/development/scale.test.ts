// Pages that a person would not write, but a loop over data might. What grows faster than they do ends at the time limit.
import { type Child, js, Signal, signals } from "datastar-tsx";
import { jsxDEV } from "datastar-tsx/jsx-dev-runtime";
import { describe, expect, test } from "vitest";
import { page, Reports } from "./reports.js";

const reports = new Reports();
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const record = (count: number, make: (i: number) => [name: string, value: unknown]) =>
  Object.fromEntries(times(count, make));

test.each<[what: string, render: () => Child]>([
  ["2,000 elements that declare a signal each", () => page(times(2000, (i) => p({ [`data-signals:a${i}`]: "1" })))],
  ["2,000 that set one each", () => page(times(2000, (i) => p({ "data-on:click": `$a${i}b = 1` })))],
  [
    "2,000 ids, each in the next",
    () => times(2000, String).reduce<Child>((children, id) => jsxDEV("div", { id, children }), ""),
  ],
  ["5,000 sets of signals", () => p({ "data-signals": times(5000, (i) => signals({ [`a${i}`]: 1 })) })],
  ["5,000 parts of one", () => p({ "data-signals": times(5000, (i) => ({ ui: { [`a${i}`]: 1 } })) })],
  ["5,000 signals in one object", () => p({ "data-signals": record(5000, (i) => [`a${i}`, 1]) })],
  ["5,000 attributes", () => p(record(5000, (i) => [`a${i}`, "x"]))],
  ["5,000 of Datastar's", () => p(record(5000, (i) => [`data-class:a${i}`, "$a"]))],
  ["3,000 listeners", () => p(record(3000, (i) => [`data-on:e${i}`, "$a = 1"]))],
  ["3,000 in one object", () => p({ "data-on": record(3000, (i) => [`e${i}`, "$a = 1"]) })],
  ["5,000 classes", () => p({ class: times(5000, (i) => `c${i}`) })],
  ["5,000 signals in one expression", () => p({ "data-text": times(5000, (i) => `$a${i}`).join(" + ") })],
  ["5,000 values in one", () => p({ "data-text": joined(times(5000, (i) => i)) })],
  ["a text of 300 kilobytes in one", () => p({ "data-text": js`${"'a'; $b @c() / \\ ".repeat(20_000)} + $d` })],
  ["2 megabytes of spaces in one", () => p({ "data-text": `$a ${" ".repeat(2_000_000)} + 1` })],
])("%s", (_, render) => {
  expect(String(render()).length).toBeGreaterThan(2000);
});

test("2,000 signals of which each is misspelt", () => {
  page(times(2000, (i) => p({ [`data-signals:abc${i}b`]: "1", "data-text": `$abd${i}b` })));
  expect(reports.findings).toHaveLength(2000);
  expect(reports.findings[0]?.message).toContain("did you mean $abc0b?");
});

describe("expressions in each other, 5,000 deep", () => {
  test.each<[what: string, around: (inner: unknown) => ReturnType<typeof js>]>([
    ["as operands", (inner) => js`2 * ${inner}`],
    ["as arguments", (inner) => js`f(${inner}, 1)`],
    ["as statements", (inner) => js`${inner}; f()`],
    ["as functions", (inner) => js`() => { ${inner}; }`],
    ["as properties", (inner) => js`{ a: ${inner}, b: [1, 2] }`],
  ])("%s", (_, around) => {
    let expression = js`a`;
    for (let i = 0; i < 5000; i++) expression = around(expression);
    expect(expression.source.length).toBeGreaterThan(5000);
  });
});

test.each<[what: string, value: string]>([
  ["objects", `f(${"{a: ".repeat(10_000)}1${"}".repeat(10_000)})`],
  ["brackets", `f(${"(".repeat(10_000)}1${")".repeat(10_000)})`],
  ["arguments of an action", `@get('/', ${"{headers: ".repeat(10_000)}1${"}".repeat(10_000)})`],
  ["calls of actions", `${"@peek(() => ".repeat(10_000)}1${")".repeat(10_000)}`],
  ["names of a path", `$a${".b".repeat(10_000)}`],
  ["conditions", `${"$a ? 1 : ".repeat(10_000)}2`],
])("10,000 %s in each other in a text", (_, value) => {
  expect(String(page(p({ "data-signals": value, "data-text": "$b" })))).toContain(value.slice(-10));
  expect(String(p({ "data-on:click": `$b = ${value}` }))).toContain(value.slice(-10));
});

const p = (props: object): Child => jsxDEV("p", { ...props });

/** An expression that adds up values. */
function joined(values: readonly unknown[]): unknown {
  const raw = ["", ...values.slice(1).map(() => " + "), ""];
  return js(Object.assign([...raw], { raw }), ...values.map((value, i) => (i % 2 === 0 ? value : new Signal(`a${i}`))));
}
