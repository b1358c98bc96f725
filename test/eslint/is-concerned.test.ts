// Files that the rules do not look into, and those that they must.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Linter } from "eslint";
import { afterAll, beforeAll, expect, test } from "vitest";
import plugin from "../../src/eslint/index.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "datastar-tsx-concerned-"));
  writeFileSync(
    join(folder, "todo.js"),
    'import { signals } from "datastar-tsx";\nexport const todo = signals({ open: false });\nexport default todo;',
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How many rules look into a file. */
function lookInto(code: string): number {
  let count = 0;
  const rules = Object.fromEntries(
    Object.entries(plugin.rules).map(([name, { meta, create }]) => {
      const counted = (context: Parameters<typeof create>[0]): ReturnType<typeof create> => {
        const listener = create(context);
        if (Object.keys(listener).length > 0) count++;
        return listener;
      };
      return [name, { meta, create: counted }];
    }),
  );
  const { recommended } = plugin.configs;
  const messages = new Linter({ cwd: folder }).verify(
    code,
    [{ ...recommended, files: ["**/*.js"], plugins: { datastar: { ...recommended.plugins.datastar, rules } } }],
    join(folder, "page.js"),
  );
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return count;
}

const all = Object.keys(plugin.rules).length;

test.each([
  ['import { get } from "./other.js";\nexport const f = (a) => (a < 3 && a > 1 ? get(`/x/${a}`) : a / 2);', 0],
  ['import { plain } from "./todo.js";\nif (plain.open) f();', 0],
  ["", 0],
  ["export const f = (id) => `@get('/x/${id}')`;", all],
  ['import { js } from "datastar-tsx";', all],
  ["<b />", all],
  ["f(<></>)", all],
  ['import { todo } from "./todo.js";\nif (todo.open) f();', all],
  ['import mine from "./todo.js";\nif (mine.open) f();', all],
  ['export const on = (id) => ({ "data-on:click": `f(${id})` });', all],
  ["export const send = (stream, name) => stream.executeScript(`greet('${name}')`);", all],
])("%s: %i rules", (code, rules) => expect(lookInto(code)).toBe(rules));
