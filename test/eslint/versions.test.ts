// Both versions of ESLint that people have: the plugin is the same, what they ask of it is not.
import { createRequire } from "node:module";
import type * as Eslint from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../src/eslint/index.js";

const require = createRequire(import.meta.url);
const code = `import { js, post, signals } from "datastar-tsx";
const todo = signals({ n: 0 });
export const page = (
  <form data-on-submit={post("/todos")}>
    <p id="a" data-show={todo.n > 3} />
    <p id="a" data-text="$n +" />
  </form>
);
`;

describe.each([
  ["eslint-9", /^9\./],
  ["eslint", /^10\./],
])("%s", (name, version) => {
  const { ESLint } = require(name) as typeof Eslint;
  const options: Eslint.ESLint.Options = {
    cwd: import.meta.dirname,
    overrideConfigFile: true,
    overrideConfig: [plugin.configs.recommended],
  };

  test("is another version", () => expect(ESLint.version).toMatch(version));

  test("reports, one by one and of the whole file", async () => {
    const [result] = await new ESLint({ ...options, fix: false }).lintText(code, { filePath: "page.jsx" });
    expect(result?.messages.map(({ line, severity, ruleId }) => [line, severity, ruleId])).toEqual([
      [4, 2, "datastar/old-spelling"],
      [5, 2, "datastar/signal-as-value"],
      [6, 2, "datastar/duplicate-id"],
      [6, 2, "datastar/syntax"],
    ]);
  });

  test("fixes", async () => {
    const [result] = await new ESLint({ ...options, fix: true }).lintText(code, { filePath: "page.jsx" });
    expect(result?.output).toBe(
      code.replace("data-on-submit", "data-on:submit").replace("todo.n > 3", "js`${todo.n} > 3`"),
    );
  });
});
