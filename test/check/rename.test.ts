// A signal gets another name, wherever it is named.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openProject } from "../../src/check/check.js";
import { offsetAt } from "../../src/check/positions.js";
import { versions } from "./check-elements.js";
import { makeProject } from "./make-project.js";

const state = `import { signals } from "datastar-tsx";

export const cart = signals({ count: 0, user: { email: "", count: 1 } });
export const counts = { count: 2 };
`;
const page = `import { js } from "datastar-tsx";
import { cart, counts } from "./state.js";

export const page = (
  <main data-signals={{ count: counts.count, other: 1 }}>
    <input data-bind={cart.count} data-show={js\`\${cart.count} > 1 && $count < $user.count\`} />
    <input data-bind="count" data-text="'$count' + $count.toFixed() + $counter" />
    <input data-bind:count data-on:click="$user.email = el.value" />
    <p data-text={cart.user.email} data-indicator:counting>{counts.count}</p>
  </main>
);
`;

/** Renames what stands at a mark of a file of the project, and gives its files as they are then. */
async function renamed(version: (typeof versions)[number], file: string, mark: string, name: string) {
  const project = makeProject({ "state.ts": state, "page.tsx": page }, version);
  const checker = await openProject(project);
  const texts = { "state.ts": state, "page.tsx": page };
  const code = file === "page.tsx" ? page : state;
  const edits = checker.rename(join(project, file), code.indexOf(mark) + mark.length, name);
  for (const [name, text] of Object.entries(texts)) {
    const those = edits
      .filter((edit) => edit.file === join(project, name))
      .map(({ range, text: inserted }) => ({
        at: offsetAt(text, range.start),
        end: offsetAt(text, range.end),
        inserted,
      }))
      .toSorted((a, b) => b.at - a.at);
    const changed = those.reduce((all, { at, end, inserted }) => all.slice(0, at) + inserted + all.slice(end), text);
    writeFileSync(join(project, name), changed);
  }
  const result = {
    state: readFileSync(join(project, "state.ts"), "utf8"),
    page: readFileSync(join(project, "page.tsx"), "utf8"),
  };
  // It goes on as before.
  expect(checker.check(new Map())).toEqual([]);
  checker.close();
  rmSync(project, { recursive: true });
  return result;
}

describe.each(versions)("with TypeScript %s", (version) => {
  test.each([
    ["page.tsx", "&& $cou"],
    ["page.tsx", "data-bind={cart.c"],
    ["state.ts", "signals({ "],
    ["page.tsx", 'data-bind="c'],
  ])(
    "of %s at %s",
    async (file, mark) => {
      expect(await renamed(version, file, mark, "inCart")).toEqual({
        state: state.replace("count: 0", "inCart: 0"),
        page: page
          .replace("{{ count:", "{{ inCart:")
          .replaceAll("cart.count", "cart.inCart")
          .replace("$count <", "$inCart <")
          .replace('"count"', '"inCart"')
          .replace("$count.toFixed", "$inCart.toFixed")
          .replace("data-bind:count", "data-bind:in-cart"),
      });
    },
    120_000,
  );

  test("a part of one", async () => {
    expect(await renamed(version, "page.tsx", "cart.user.e", "mail")).toEqual({
      state: state.replace("email:", "mail:"),
      page: page.replace("$user.email", "$user.mail").replace("cart.user.email", "cart.user.mail"),
    });
  }, 120_000);

  test.each([
    ["page.tsx", "$count < $user.cou", "email", "There is a signal $user.email already: $user.count would be the same"],
    ["page.tsx", "cart.c", "other", "There is a signal $other already: $count would be the same from then on."],
  ])(
    "of %s at %s to the name of another is refused",
    async (file, mark, name, message) => {
      await expect(renamed(version, file, mark, name)).rejects.toThrow(message);
    },
    120_000,
  );

  test("what is no signal stays as it is", async () => {
    expect(await renamed(version, "page.tsx", "{counts.c", "total")).toEqual({ state, page });
  }, 120_000);
});
