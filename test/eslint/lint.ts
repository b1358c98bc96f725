import { Linter } from "eslint";
import { expect, test } from "vitest";
import plugin from "../../src/eslint/index.js";

const linter = new Linter();
const config: Linter.Config[] = [
  { languageOptions: { ecmaVersion: "latest", sourceType: "module" } },
  plugin.configs.recommended,
];

/** What the recommended rules say of a file: `1:4-17 error old-spelling: …`. */
export function lint(code: string, settings: Linter.Config["settings"] = {}): string[] {
  return linter
    .verify(code, [...config, { settings }], "page.jsx")
    .map(({ line, column, endLine, endColumn, severity, ruleId, message }) => {
      const end = endLine === line ? endColumn : `${endLine}:${endColumn}`;
      return `${line}:${column}-${end} ${severity === 2 ? "error" : "warn"} ${ruleId?.replace("datastar/", "")}: ${message}`;
    });
}

/** The file as the fixes of the rules leave it. */
export function fix(code: string): string {
  return linter.verifyAndFix(code, config, "page.jsx").output;
}

/** What the rules suggest and do not do by themselves. */
export function suggestions(code: string): string[] {
  return linter
    .verify(code, config, "page.jsx")
    .flatMap(
      ({ suggestions }) =>
        suggestions?.map(
          ({ desc, fix: { range, text } }) => `${desc} → ${code.slice(0, range[0])}${text}${code.slice(range[1])}`,
        ) ?? [],
    );
}

/** Code with mistakes in it, and all that is made of it. */
export interface Invalid {
  readonly code: string;
  readonly says: readonly string[];
  readonly fixed?: string;
  readonly suggested?: readonly string[];
}

export function testInvalid(rows: readonly Invalid[]): void {
  test.each(rows)("$code", ({ code, says, fixed = code, suggested = [] }) => {
    expect(lint(code)).toEqual(says);
    expect(fix(code)).toBe(fixed);
    expect(suggestions(code)).toEqual(suggested);
  });
}
