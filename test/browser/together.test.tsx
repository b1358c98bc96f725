import { jsx } from "datastar-tsx/jsx-runtime";
// What the checks say of attributes beside one another, seen in the client.
import { describe, expect } from "vitest";
import { checkTogether } from "../../src/diagnostics/check-together.js";
import { eventually, signalsOf, test } from "./page.js";

/** How often an expression has been evaluated. */
declare const evaluations: number;

describe("two attributes undo each other without end, where the checks say so", () => {
  // What throws is not evaluated again, which ends it.
  const counting = (
    <script>{`window.count = (value) => {
    window.evaluations = (window.evaluations ?? 0) + 1;
    if (window.evaluations === 100) throw new Error("enough");
    return value;
  };`}</script>
  );

  test.for<{ readonly [name: string]: string }>([
    { "data-style:display": "count('block')", "data-show": "false" },
    { "data-attr:style": "count('color: red')", "data-show": "false" },
    { "data-attr:class": "count('y')", "data-class:x": "true" },
    { "data-class": "{x: count(true)}", "data-class:x": "false" },
    { "data-attr": "{title: count('a')}", "data-attr:title": "'b'" },
    { "data-style": "{top: count('0px')}", "data-style:top": "'1px'" },
    { "data-text": "count('a')", "data-json-signals": "{include: /^$/}" },
    { "data-style:color": "count('red')", "data-show": "false" },
    { "data-attr:title": "count('a')", "data-class:x": "true" },
    { "data-class:x": "count(true)", "data-class:y": "false" },
  ])("%j", async (attributes, { open, problems }) => {
    const found = checkTogether(
      "p",
      Object.entries(attributes).map(([name, value]) => ({ name, value })),
    );
    const isEndless = found.some(({ rule }) => rule === "conflicting-attributes");
    const page = await open([counting, jsx("p", { ...attributes })]);
    const count = () => page.evaluate(() => evaluations);
    if (!isEndless) return expect(await count()).toBeLessThan(10);
    await problems.expect(/enough/, /ExecuteExpression/);
    await eventually(count).toBe(100);
  });
});

test("data-init runs before the signals behind it are there", async ({ open }) => {
  const page = await open([
    jsx("p", { "data-init": "$early = $a + 1", "data-signals": { a: 1 } }),
    jsx("p", { "data-signals": { b: 1 }, "data-init": "$late = $b + 1" }),
  ]);
  expect(await signalsOf(page)).toMatchObject({ early: "1", late: 2 });
});

test("an effect that sets a signal undoes what is entered where it is bound, but not in @peek()", async ({ open }) => {
  const page = await open(
    <main data-signals={{ q: "", page: 1, size: 1 }}>
      {jsx("p", { "data-effect": "$q; $page = 1" })}
      {jsx("p", { "data-effect": "$q; @peek(() => $size = 1)" })}
      <input id="page" type="number" aria-label="Page" data-bind="page" />
      <input id="size" type="number" aria-label="Size" data-bind="size" />
    </main>,
  );
  await page.fill("#page", "7");
  await page.fill("#size", "7");
  expect(await signalsOf(page)).toMatchObject({ page: 1, size: 7 });
});
