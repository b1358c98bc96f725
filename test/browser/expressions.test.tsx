import { type Child, type Expression, js, Signal, url } from "datastar-tsx";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { hostileText, json, signalValue } from "./arbitraries.js";
import { type Open, reload, test } from "./page.js";

type Position = readonly [name: string, expression: (value: unknown) => Expression];

/** Where a value can stand in an attribute that returns the value of its expression. */
const returning: readonly Position[] = [
  ["alone", (value) => js`${value}`],
  ["in a call", (value) => js`((x) => x)(${value})`],
  ["in an array, twice", (value) => js`[${value}, 1, ${value}][2]`],
  ["in an object", (value) => js`{ a: 1, b: ${value} }.b`],
  ["after a signal", (value) => js`$name && ${value}`],
  ["in a conditional", (value) => js`$name === 'other' ? 1 : ${value}`],
  ["after a string", (value) => js`"it's; a / \" $name" ? ${value} : 0`],
  ["after a template literal", (value) => js`\`a; "b" / \${$name} /\` ? ${value} : 0`],
  ["after a division", (value) => js`[$six / 3, ${value}][1]`],
  ["between divisions", (value) => js`[$six / 3, ${value}, $six / 2][1]`],
  ["after a regular expression", (value) => js`/[;'"/]/.test('x') ? 0 : ${value}`],
  ["between regular expressions", (value) => js`/;/.test('x') ? 0 : [${value}, /'/.test("x")][0]`],
  ["in the last statement", (value) => js`$name; $six; ${value}`],
  ["in an earlier statement", (value) => js`const x = ${value}; const y = ';'; x`],
  ["after a statement with a division", (value) => js`const half = $six / 2; ${value}`],
  ["in a function", (value) => js`(() => { const x = ${value}; const y = 1; return x })()`],
  ["before a function", (value) => js`[${value}, (() => { const y = 1; return y })()][0]`],
];

/** Where a value can stand in an attribute that only runs its expression. */
const running: readonly Position[] = [
  ["in a call", (value) => js`show(el, ${value})`],
  ["in a statement", (value) => js`const x = ${value}; show(el, x)`],
  ["in a block", (value) => js`if ($six / 3 > 1) { show(el, ${value}) } else { show(el, ';') }`],
  ["in a loop", (value) => js`for (const x of [${value}]) { show(el, x) }`],
  ["between divisions", (value) => js`$half = $six / 2; show(el, ${value}); $third = $six / 3`],
  ["after a regular expression", (value) => js`/[;'"]/.test("x") || show(el, ${value})`],
  ["in a function", (value) => js`(() => { const x = ${value}; show(el, x) })()`],
  ["in an asynchronous function", (value) => js`(async () => { show(el, ${value}) })()`],
];

test("any value means itself where an attribute returns the value of its expression", async ({ open }) => {
  await forBatches(
    open,
    inAnyOf(returning),
    ({ value, expression }, i) => (
      <li
        {...{ [`data-computed:_c${i}`]: expression(value) }}
        data-text={js`JSON.stringify(${new Signal(`_c${i}`)})`}
      />
    ),
    async (page, batch) => {
      const texts = await page.$$eval("li", (items) => items.map((item) => item.textContent));
      // The client reads a signal that is null as an empty string.
      expect(texts).toEqual(batch.map(({ value }) => JSON.stringify(value ?? "")));
    },
  );
}, 120_000);

test("any value means itself where an attribute runs its expression", async ({ open }) => {
  await forBatches(
    open,
    inAnyOf(running),
    ({ value, expression }) => <li data-on:click={expression(value)} />,
    async (page, batch) => {
      const texts = await page.$$eval("li", (items) => items.map((item) => (item.click(), item.textContent)));
      expect(texts).toEqual(batch.map(({ value }) => JSON.stringify(value)));
    },
  );
}, 120_000);

test("any text means itself in data-text, data-attr and data-class", async ({ open }) => {
  await forBatches(
    open,
    hostileText,
    (text) => (
      <li
        data-text={js`${text}`}
        data-attr:title={js`${text}`}
        data-attr={{ lang: js`${text}` }}
        data-class={{ [text]: true }}
      />
    ),
    async (page, batch) => {
      const seen = await page.$$eval("li", (items) =>
        items.map((li) => [li.textContent, li.title, li.lang, [...li.classList]]),
      );
      expect(seen).toEqual(batch.map((text) => [text, text, text, classesOf(text)]));
    },
  );
}, 120_000);

test("any value means itself in data-signals", async ({ open }) => {
  await forBatches(
    open,
    signalValue,
    (value, i) => (
      <li
        data-signals={{ [`_a${i}`]: value }}
        {...{ [`data-signals:_b${i}`]: js`${value}` }}
        data-text={js`JSON.stringify([${new Signal(`_a${i}`)}, ${new Signal(`_b${i}`)}])`}
      />
    ),
    async (page, batch) => {
      const texts = await page.$$eval("li", (items) => items.map((item) => item.textContent));
      expect(texts).toEqual(batch.map((value) => JSON.stringify([value, value])));
    },
  );
}, 120_000);

test("data that looks like an action, a signal or the end of a string stays data", async ({ open }) => {
  const messages = [
    "mail me @home(evenings)",
    "costs $x",
    "it's \\",
    'say "hi"',
    "a; b",
    "</script><script>alert(1)</script>",
    "`${$x}`",
  ];
  const page = await open(
    <ul data-signals={{ messages, x: 1 }}>
      {messages.map((message, i) => (
        <li data-text={js`$messages[${i}] === ${message} && ${message}`} />
      ))}
    </ul>,
  );
  expect(await page.locator("li").allTextContents()).toEqual(messages);
});

test("dates and regular expressions are values too", async ({ open }) => {
  const page = await open(
    <>
      <i data-text={js`${new Date(0)}.toISOString()`} />
      <i data-text={js`"a'b;c/d".replace(${/';?|\/(?=d$)/g}, "-")`} />
      <i data-text={js`${["a@b(c)", "$x", "x$", "b"]}.filter((text) => ${/@b\(|^[$]x$/}.test(text)).join()`} />
    </>,
  );
  expect(await page.locator("i").allTextContents()).toEqual(["1970-01-01T00:00:00.000Z", "a-b;c-d", "a@b(c),$x"]);
});

test("a URL is a value that is encoded in the browser where it has signals in it", async ({ open }) => {
  const address = url`/users/${new Signal("id")}/${"a;b"}?q=${new Signal("id")}#it's`;
  const page = await open(
    <a data-signals={{ id: "@x(/'; ü" }} data-attr:href={address} data-text={js`$id && ${address}`} />,
  );
  const expected = "/users/%40x(%2F'%3B%20%C3%BC/a%3Bb?q=%40x(%2F'%3B%20%C3%BC#it's";
  expect([await page.getAttribute("a", "href"), await page.textContent("a")]).toEqual([expected, expected]);
});

/** Any value in any of the positions. */
function inAnyOf(positions: readonly Position[]) {
  const position = fc.constantFrom(...positions);
  return fc.tuple(json, position).map(([value, [name, expression]]) => ({ value, name, expression }));
}

function classesOf(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter((name) => name !== ""))];
}

/** Renders batches of values as list items, a page for each batch, and checks the pages. */
async function forBatches<T>(
  open: Open,
  values: fc.Arbitrary<T>,
  render: (value: T, i: number) => Child,
  check: (page: Page, batch: readonly T[]) => Promise<void>,
): Promise<void> {
  let batch: readonly T[] = [];
  const page = await open(() => (
    <ul data-signals={{ name: "x", six: 6 }}>
      <script>{`function show(el, value) { el.textContent = JSON.stringify(value) }`}</script>
      {batch.map(render)}
    </ul>
  ));
  await fc.assert(
    fc.asyncProperty(fc.array(values, { minLength: 1, maxLength: 500, size: "max" }), async (values) => {
      batch = values;
      await reload(page);
      await check(page, values);
    }),
    { numRuns: 10 },
  );
}
