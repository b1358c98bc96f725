// HTML folds attribute names to lower case; the names in their keys still arrive as they were written.
import { js } from "datastar-tsx";
import fc from "fast-check";
import { expect } from "vitest";
import { reload, signalsOf, test } from "./page.js";

// Two underscores begin a modifier.
const name = fc.stringMatching(/^[A-Za-z_]\w*$/).filter((name) => !name.includes("__"));
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 200, size: "max" });

test("names of signals", async ({ open }) => {
  let batch: readonly string[] = [];
  const page = await open(() =>
    batch.map((name) => <i {...{ [`data-signals:s${name}`]: 1, [`data-ref:r${name}`]: true }} />),
  );
  await fc.assert(
    fc.asyncProperty(names, async (names) => {
      batch = names;
      await reload(page);
      const expected = names.flatMap((name) => [`s${name}`, `r${name}`]);
      expect(Object.keys(await signalsOf(page)).sort()).toEqual(expected.sort());
    }),
    { numRuns: 5 },
  );
});

test("names of events and classes", async ({ open }) => {
  let batch: readonly string[] = [];
  const page = await open(() =>
    batch.map((name) => (
      <i id={name} {...{ [`data-on:${name}`]: js`el.title = evt.type`, [`data-class:${name}`]: js`true` }} />
    )),
  );
  await fc.assert(
    // A modifier follows a name with capitals, and would begin at the underscore that ends the name.
    fc.asyncProperty(
      names.map((names) => names.filter((name) => !name.endsWith("_"))),
      async (names) => {
        batch = names;
        await reload(page);
        const seen = await page.$$eval("i", (all) =>
          all.map((i) => (i.dispatchEvent(new Event(i.id)), [i.title, i.className])),
        );
        expect(seen).toEqual(names.map((name) => [name, name]));
      },
    ),
    { numRuns: 5 },
  );
});
