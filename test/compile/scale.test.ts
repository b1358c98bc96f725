// Files that a person would not write, but a generator might. What grows faster than they do ends at the time limit.
import { expect, test } from "vitest";
import { compiledCode, runCompiled } from "./evaluate.js";

test("100,000 spaces in one text", () => {
  expect(compiledCode(`export const a = <p>a${" ".repeat(100_000)}\n b</p>;`)).toContain("<p>a b</p>");
}, 10_000);

test.each([
  ["elements", "<b>{x}", "</b>", "<b>1"],
  ["fragments", "<>{x}", "</>", "1"],
])(
  "%s nested 10,000 deep",
  (_, start, end, html) => {
    const code = `export const a = (x: number) => <p>${start.repeat(10_000)}${end.repeat(10_000)}</p>;`;
    const close = end === "</>" ? "" : end.repeat(10_000);
    const { a } = runCompiled(code) as { a: (x: number) => unknown };
    expect(String(a(1))).toBe(`<p>${html.repeat(10_000)}${close}</p>`);
  },
  30_000,
);

test.each([
  ["attributes", (i: number) => ` a${i}={x}`, (all: string) => `<p${all} />`],
  ["children", () => "{x}<b>c</b>", (all: string) => `<p>${all}</p>`],
  ["classes", (i: number) => `"a${i}", x, `, (all: string) => `<p class={[${all}]} />`],
  ["classes that may all be absent", (i: number) => `a${i}: x, `, (all: string) => `<p class={{ ${all} }} />`],
  ["signals", (i: number) => `a${i}: x, `, (all: string) => `<p data-signals={{ ${all} }} />`],
  ["values in a template", () => "a${x}", (all: string) => `<p title={\`${all}\`} />`],
  ["terms of a sum", () => "x + ", (all: string) => `<p title={${all}x} />`],
])(
  "10,000 %s",
  (_, item, whole) => {
    const all = Array.from({ length: 10_000 }, (_, i) => item(i)).join("");
    expect(compiledCode(`export const a = (x: any) => ${whole(all)};`).length).toBeGreaterThan(all.length);
  },
  30_000,
);
