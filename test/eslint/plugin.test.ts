// What the plugin says of itself.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ESLint, RuleTester } from "eslint";
import { afterAll, describe, expect, test } from "vitest";
import { rules as core } from "../../src/diagnostics/diagnostic.js";
import plugin from "../../src/eslint/index.js";
import { lint } from "./lint.js";

test("it is a plugin of ESLint", () => {
  const plain: ESLint.Plugin = plugin;
  expect(plain.meta).toEqual({ name: "datastar", namespace: "datastar" });
});

test("there is a rule for everything that is checked", () => {
  expect(Object.keys(plugin.rules)).toEqual(expect.arrayContaining(Object.keys(core)));
  expect(Object.keys(plugin.configs.recommended.rules)).toEqual(
    Object.keys(plugin.rules).map((name) => `datastar/${name}`),
  );
});

test("every rule describes itself", () => {
  const debatable = ["data-in-source", "unencoded-url", "signal-as-value"];
  for (const [name, { meta }] of Object.entries(plugin.rules)) {
    expect(meta.docs.description).toContain(core[name.replace("possible-", "") as keyof typeof core]);
    expect(meta).toMatchObject({
      type: "problem",
      schema: [],
      hasSuggestions: name.startsWith("possible-") || debatable.includes(name),
    });
  }
});

describe("ESLint's own checks of rules find nothing", () => {
  Object.assign(RuleTester, { describe, it: test, afterAll });
  const tester = new RuleTester({ languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } });
  const message = "data-on-x: since Datastar 1.0 a key follows a colon: data-on:x.";
  tester.run("fixes", plugin.rules["old-spelling"], {
    valid: ["<p data-on-x={y} />"],
    invalid: [
      {
        code: '<p data-on-x="$a" />',
        output: '<p data-on:x="$a" />',
        errors: [{ messageId: "found", data: { message } }],
      },
    ],
  });
  tester.run("suggestions", plugin.rules["possible-old-spelling"], {
    valid: ['<p data-on-x="$a" />'],
    invalid: [
      {
        code: "<p data-on-x={y} />",
        output: null,
        errors: [
          {
            message,
            suggestions: [{ messageId: "rename", data: { name: "data-on:x" }, output: "<p data-on:x={y} />" }],
          },
        ],
      },
    ],
  });
});

// Otherwise a doubt would be reported as a certain mistake.
test("whatever the checks warn of is a warning", () => {
  const folder = join(import.meta.dirname, "..", "..", "src", "diagnostics");
  const source = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
  const warned = Array.from(
    source.matchAll(/\b(?:warning\("([\w-]+)"|diagnostic\("([\w-]+)", (?!"error"))/g),
    ([, plain, either]) => plain ?? either,
  );
  const { rules } = plugin.configs.recommended;
  const isWarning = (name: string): boolean =>
    Object.entries(rules).some(
      ([rule, level]) => level === "warn" && [`datastar/${name}`, `datastar/possible-${name}`].includes(rule),
    );
  expect([...new Set(warned)].filter((name) => name !== undefined && !isWarning(name))).toEqual([]);
});

describe("each rule can be turned off by itself", () => {
  const code = '<p data-on-click="$a +" />';
  test.each([
    ["", ["old-spelling"]],
    ["/* eslint datastar/old-spelling: off */", []],
    ["/* eslint-disable datastar/old-spelling */", []],
  ])("%s", (comment, names) => {
    expect(lint(`${comment}\n${code}`).map((line) => / (?:error|warn) ([\w-]+):/.exec(line)?.[1])).toEqual(names);
  });
});
