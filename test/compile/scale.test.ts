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

const nestings: readonly (readonly [what: string, start: string, inner: string, end: string, html: string])[] = [
  ["conditions", "x ? ", "<b/>", " : <i/>", "<b></b>"],
  ["conditions behind each other", "!x ? <i/> : ", "<b/>", "", "<b></b>"],
  ["conjunctions", "x && (", "<b/>", ")", "<b></b>"],
  ["calls", "f(", "<b/>", ")", "<b></b>"],
  ["template literals", "`${", "x", "}`", "1"],
  ["elements in expressions", "<>{", "x", "}</>", "1"],
  ["components", "<C>", "{x}", "</C>", "1"],
  ["elements as props", "<C children={", "x", "} />", "1"],
  ["lists", "[1].map(() => <>{", "x", "}</>)", "1"],
];

test.each(nestings)("%s nested 200 deep render as with the runtime", (_, start, inner, end, html) => {
  const code = `const f = (a: any) => a;
    const C = ({ children }: any) => children;
    export const a = (x: any) => <p>{${start.repeat(200)}${inner}${end.repeat(200)}}</p>;`;
  const { a } = runCompiled(code) as { a: (x: number) => unknown };
  expect(String(a(1))).toBe(`<p>${html}</p>`);
});

test.each([
  // The parser itself goes no deeper into functions.
  ...nestings
    .filter(([what]) => what !== "lists")
    .map(([what, start, inner, end]) => [what, start, inner, end, "<p>{", "}</p>"]),
  ["conditions in an attribute", "x ? ", "'a'", " : 'b'", "<p title={", "} />"],
  ["conditions in a list of classes", "x ? ", "'a'", " : 'b'", "<p class={[", "]} />"],
  ["lists of classes", "[", "x", "]", "<p class={", "} />"],
  ["objects of signals", "{ a: ", "x", " }", "<p data-signals={", "} />"],
  ["expressions of Datastar", "js`f(${", "x", "})`", "<p data-text={", "} />"],
  ["operators", "(x + ", "1", ")", "<p title={", "} />"],
  ["members", "x[", "1", "]", "<p title={", "} />"],
])(
  "%s nested 4,000 deep",
  (_, start = "", inner = "", end = "", before = "", after = "") => {
    const all = start.repeat(4000) + inner + end.repeat(4000);
    const code = `import { js } from "datastar-tsx"; export const a = (x: any, f: any, C: any) => ${before}${all}${after};`;
    expect(compiledCode(code)).toContain("_$");
  },
  30_000,
);

test("what nests deeper than the compiler can go is refused with its place", () => {
  const code = `export const a = <p data-on:click={${"[".repeat(4000)}'a'${"]".repeat(4000)}} />;`;
  expect(() => compiledCode(code)).toThrow(
    "module.tsx:1:1: this is nested deeper than the compiler can go; take it apart.",
  );
});

test("a chain of 20,000 constants", () => {
  const chain = Array.from({ length: 20_000 }, (_, i) => `const c${i} = ${i === 0 ? "'$a'" : `c${i - 1}`};`);
  expect(compiledCode(`${chain.join("\n")}\nexport const a = <p data-text={c19999} />;`)).toContain("c19999");
});

test("10,000 components, 5,000 imports and a sum of 5,000 texts in one file of 40,000 lines", () => {
  const lines = [
    ...Array.from({ length: 5000 }, (_, i) => `import { a${i} } from "./m${i}";`),
    ...Array.from({ length: 25_000 }, (_, i) => `export function f${i}(x: any) { return x.a + ${i}; }`),
    ...Array.from({ length: 10_000 }, (_, i) => `export const C${i} = (p: any) => <p title={p.x}>{p.children}</p>;`),
    `export const b = (x: any) => <p data-text={${"'a' + ".repeat(5000)}'b'} />;`,
  ];
  expect(compiledCode(lines.join("\n"))).toContain("C9999");
}, 60_000);

test.each([
  ["a constant", "i"],
  ["data", "id"],
])(
  "a name that is given 500 values, each made of the one before and %s",
  (_, part) => {
    const steps = `text = text + "f()" + ${part} + ";";\n`.repeat(500);
    const code = `export const a = (id: string) => { const i = 1; let text = ""; ${steps} return <p data-on:click={text} />; };`;
    if (part === "id") expect(() => compiledCode(code)).toThrow("id would run as code");
    else expect(compiledCode(code)).toContain("data-on:click");
  },
  10_000,
);
