// What grows in a file, and how much work that makes: twice as much of it makes about twice the work. Counted is how
// often nodes of the syntax tree are looked at, which is the same on every machine.
import { parseSync, visitorKeys } from "oxc-parser";
import { expect, test } from "vitest";
import { findRunTimeSources } from "../../../src/diagnostics/program/run-time-source.js";

/** How often the nodes of a program are looked at. */
function looksAt(code: string): number {
  const { program, errors } = parseSync("page.tsx", code);
  expect(errors).toEqual([]);
  let count = 0;
  const open: object[] = [program];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const value of Object.values(node)) if (typeof value === "object" && value !== null) open.push(value);
    if (!("type" in node)) continue;
    const { type } = node;
    Object.defineProperty(node, "type", { get: () => (count++, type) });
  }
  findRunTimeSources(program, visitorKeys, code);
  return count;
}

/** Something for each number from 0. */
const each = (n: number, item: (i: number) => string): string => Array.from({ length: n }, (_, i) => item(i)).join("");

test.each<[what: string, code: (n: number) => string]>([
  [
    "members that are set",
    (n) => `const o = {}; ${each(n, (i) => `o.k${i} = "$a";`)} <>${each(n, (i) => `<b data-text={o.k${i}} />`)}</>`,
  ],
  [
    "members that are data",
    (n) =>
      `const o = {}; ${each(n, (i) => `o.k${i} = id;`)} <>${each(n, (i) => `<b data-text={\`f(\${o.k${i}})\`} />`)}</>`,
  ],
  [
    "items that are pushed",
    (n) => `const l = []; ${each(n, (i) => `l.push("$a${i}");`)} <>${each(n, (i) => `<b data-text={l[${i}]} />`)}</>`,
  ],
  [
    "a list of what is pushed",
    (n) => `const l = []; ${each(n, (i) => `l.push("$a${i}");`)} <>${each(n, () => "<b data-on:click={l} />")}</>`,
  ],
  [
    "a prop in many attributes, given in many places",
    (n) =>
      `const C = ({ h }) => <p>${each(n, () => "<b data-on:click={h} />")}</p>; <>${each(n, (i) => `<C h={"f(${i})"} />`)}</>`,
  ],
  [
    "generators of generators",
    (n) =>
      `${each(n, (i) => `function* g${i}() { yield "$a"; ${i === 0 ? "" : `yield* g${i - 1}();`} } `)} [...g${n - 1}()].map((h) => <b data-text={h} />)`,
  ],
  [
    "a text that becomes longer",
    (n) => `let h = ""; ${each(n, (i) => `h = h + "$a" + ${i};`)} <b data-on:click={h} />`,
  ],
  [
    "functions that call the one before",
    (n) =>
      `${each(n, (i) => `const f${i} = (x) => ${i === 0 ? "x" : `f${i - 1}(x)`};`)} <b data-text={f${n - 1}("$a")} />`,
  ],
  [
    "functions that call the one before twice",
    (n) =>
      `${each(n, (i) => `const f${i} = (x) => ${i === 0 ? "x" : `c ? f${i - 1}(x) : f${i - 1}("$a")`};`)} <b data-text={f${n - 1}("$a")} />`,
  ],
  [
    "functions that all call each other",
    (n) =>
      `${each(n, (i) => `function f${i}(x) { return c ? f${(i * 7) % n}(x) : f${(i * 3 + 1) % n}(x); }`)} <b data-text={f0("$a")} />`,
  ],
  ["conditions in each other", (n) => `<b data-text={${each(n, (i) => `c === ${i} ? "$a${i}" : `)}"$b"} />`],
  [
    "objects that spread the one before",
    (n) =>
      `${each(n, (i) => `const o${i} = { ${i === 0 ? "" : `...o${i - 1}, `}k${i}: "$a" };`)} <b data-text={o${n - 1}.k0} />`,
  ],
  [
    "an object that is spread",
    (n) => `const o = { ${each(n, (i) => `k${i}: "$a", `)} }; <>${each(n, () => "<b {...o} />")}</>`,
  ],
  [
    "parameters",
    (n) =>
      `const f = (${each(n, (i) => `p${i}, `)}) => <>${each(n, (i) => `<b data-text={p${i}} />`)}</>; f(${each(n, (i) => `"$a${i}", `)})`,
  ],
  ["cases", (n) => `let h; switch (x) { ${each(n, (i) => `case ${i}: h = "$a${i}"; break;`)} } <b data-text={h} />`],
  ["calls of concat", (n) => `<b data-text={"$a"${each(n, () => '.concat("$b")')}} />`],
  [
    "lists that are concatenated",
    (n) => `let l = ["$a"]; ${each(n, () => 'l = l.concat(["$b"]);')} <b data-on:click={l} />`,
  ],
  [
    "templates in each other",
    (n) =>
      `${each(n, (i) => `const t${i} = \`\${${i === 0 ? '"$a"' : `t${i - 1}`}} + 1\`;`)} <b data-text={t${n - 1}} />`,
  ],
  [
    "members of members",
    (n) => `const o = ${each(n, () => "{ a: ")}"$a"${each(n, () => " }")}; <b data-text={o${each(n, () => ".a")}} />`,
  ],
  ["conjunctions", (n) => `<b data-text={${each(n, (i) => `x${i} && `)}"$a"} />`],
  ["alternatives", (n) => `<b data-text={${each(n, (i) => `x${i} || `)}"$a"} />`],
  [
    "destructured properties",
    (n) =>
      `const { ${each(n, (i) => `k${i}, `)} } = { ${each(n, (i) => `k${i}: "$a", `)} }; <>${each(n, (i) => `<b data-text={k${i}} />`)}</>`,
  ],
  [
    "entries of a map",
    (n) =>
      `const m = new Map([${each(n, (i) => `["k${i}", "$a"], `)}]); <>${each(n, (i) => `<b data-text={m.get("k${i}")} />`)}</>`,
  ],
  [
    "calls of a function that returns what it gets",
    (n) => `const f = (x) => x; <>${each(n, (i) => `<b data-text={f("$a${i}")} />`)}</>`,
  ],
  [
    "calls of a function that reads what it gets",
    (n) => `const f = (x) => x.a; <>${each(n, (i) => `<b data-text={f({ a: "$a${i}" })} />`)}</>`,
  ],
])("%s", (_, code) => {
  expect(looksAt(code(200)) / looksAt(code(100))).toBeLessThan(2.5);
});

test("what stands behind ten thousand others is found", () => {
  const code = (last: string): string =>
    `const l = []; ${each(11_000, () => 'l.push("$a");')} l.push(${last}); <b data-on:click={l} />`;
  const find = (code: string): number =>
    findRunTimeSources(parseSync("page.tsx", code).program, visitorKeys, code).length;
  expect(find(code('"$b"'))).toBe(0);
  expect(find(code("`f(${id})`"))).toBe(1);
});

test("chains of 5,000 values are followed to their ends", () => {
  const chain = (first: string): string => each(5000, (i) => `const k${i} = ${i === 0 ? first : `k${i - 1}`};`);
  const find = (first: string): number => {
    const code = `${chain(first)} <b data-text={k4999} />`;
    return findRunTimeSources(parseSync("page.tsx", code).program, visitorKeys, code).length;
  };
  expect(find('"$b"')).toBe(0);
  expect(find("`f(${id})`")).toBe(1);
});
