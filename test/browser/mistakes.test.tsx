// What the checks say of an expression and of an attribute, beside what the client does with it: by the version that
// runs, the one is as the other.
import fc from "fast-check";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { findPlugin } from "../../src/attributes/plugins.js";
import { isAmong } from "../../src/base/client-versions.js";
import { useClient } from "../../src/base/configure-client.js";
import { type AttributeValue, checkAttribute } from "../../src/diagnostics/check-attribute.js";
import { rewritten } from "../../src/diagnostics/client-source.js";
import { mistakes } from "../diagnostics/mistakes/rows.js";
import { referenceExamples } from "../diagnostics/reference-examples.js";
import { versionOf } from "./client.js";
import { test as base } from "./page.js";

beforeAll(() => useClient({ version: versionOf() }));
afterAll(() => useClient({}));

/** What the client does with an attribute. */
interface Outcome {
  /** The messages of what it throws. */
  readonly errors: readonly string[];
  /** What signals hold then. */
  readonly signals: string;
}

/** The module of the client, in the page. */
declare const datastar: {
  readonly root: object;
  mergePatch(patch: object): void;
};
/** The messages of what was thrown in the page. */
declare const thrown: string[];

/** Puts an element with one attribute into a page, and fires the event that it listens for. */
type Try = (name: string, value: AttributeValue) => Promise<Outcome>;

const test = base.extend("attempt", async ({ open }): Promise<Try> => {
  const page = await open(
    <script type="module">{`import * as client from "/datastar.js"; Object.assign(window, { datastar: client, thrown: [] });`}</script>,
  );
  await page.route("**/*", (route) => route.fulfill({ status: 204 }));
  await page.evaluate(() => {
    console.error = () => {};
    // What a timer throws comes after the attempt.
    const tell = (event: ErrorEvent | PromiseRejectionEvent): void => {
      event.preventDefault();
      thrown.push(String(event instanceof ErrorEvent ? event.error.message : event.reason.message));
    };
    window.addEventListener("error", tell);
    window.addEventListener("unhandledrejection", tell);
  });
  return (name, value) => outcomeOf(page, name, value === true || value === undefined ? "" : value);
});

function outcomeOf(page: Page, name: string, value: string): Promise<Outcome> {
  return page.evaluate(
    async ({ name, value }) => {
      const { root, mergePatch } = datastar;
      thrown.length = 0;
      const form = document.createElement("form");
      form.innerHTML = `<input ${name}>`;
      const input = form.firstElementChild;
      input?.setAttribute(name, value);
      document.body.append(form);
      await Promise.resolve();
      const type = /^data-on:([^_]+)/.exec(name)?.[1];
      if (type !== undefined) {
        for (const target of [input, document]) target?.dispatchEvent(new CustomEvent(type, { detail: {} }));
        // What an action throws comes as a rejection.
        if (value.includes("@")) await new Promise((resolve) => setTimeout(resolve));
      }
      // A computed signal that sets what it reads has no end.
      const signals = name.startsWith("data-computed") ? "" : JSON.stringify(root);
      form.remove();
      await Promise.resolve();
      mergePatch(Object.fromEntries(Object.keys(root).map((name) => [name, null])));
      return { errors: [...thrown], signals };
    },
    { name, value },
  );
}

/** What the client says when it cannot read an attribute, whatever the page and its signals are. */
const refusal =
  /^(?:Key|Value|GenerateExpression|Invalid regular|FetchNoUrl)|"error": "(?:UndefinedAction|FetchInvalid)/m;

const certain = ["error syntax", "error unknown-action"];

test("what the client refuses has been named, and what was named for that is refused", async ({
  attempt,
  problems,
}) => {
  for (const [name, value] of Object.values(mistakes).flat()) {
    const rules = checkAttribute(name, value).map(({ severity, rule }) => `${severity} ${rule}`);
    const { errors, signals } = await attempt(name, value);
    const what = `${name}=${value}: ${rules} and ${errors}`;
    const isRefused = errors.some((error) => refusal.test(error));
    if (isRefused) expect(rules.length, what).toBeGreaterThan(0);
    if (certain.some((rule) => rules.includes(rule))) expect(isRefused, what).toBe(true);
    // Its text is another one.
    if (rules.includes("error action-in-string")) expect(signals, what).toContain("__action(");
    if (rules.includes("error signal-in-text")) expect(signals, what).toContain("$['");
  }
  // The browser names a listener that is passive and prevents, too.
  await problems.expect(/Unable to preventDefault inside passive event listener/);
}, 120_000);

test("what is right is taken", async ({ attempt }) => {
  for (const [name, value] of referenceExamples) {
    const pro =
      findPlugin(/^data-([a-z-]+)/.exec(name)?.[1] ?? "")?.pro || /@(?:clipboard|fit|intl)\(/.test(String(value));
    if (pro) continue;
    const { errors } = await attempt(name, value);
    expect({ name, value, refused: errors.filter((error) => refusal.test(error)) }).toEqual({
      name,
      value,
      refused: [],
    });
  }
}, 120_000);

const pieces = [
  "$a",
  "$b.c-d",
  "@get('/x')",
  "@post(",
  "@other(",
  "@",
  "$",
  "${",
  "}",
  "{",
  "`",
  "'",
  '"',
  "\\",
  "/",
  "//x\n",
  "/*",
  "*/",
  "/'/",
  '/"/',
  "/[`'\"]/",
  ";",
  "; return ",
  "return ",
  "(",
  ")",
  "() => {",
  "(() => {",
  "})()",
  " ",
  "\n",
  "a",
  "1",
  "+",
  "`${$a}`",
  "`${@get(`x`)}`",
  "'it\\'s @x('",
  '"@y($a)"',
  "`@z(`",
  "\\'",
  "$$",
  "$a$b",
  "[",
  "]",
  ",",
  ":",
];
const source = fc
  .array(fc.oneof({ arbitrary: fc.constantFrom(...pieces), weight: 6 }, fc.string({ maxLength: 3 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(""));

test.for<[name: string, returnsValue: boolean, throwing: string]>([
  ["data-on:click", false, "throw 0;"],
  ["data-text", true, "(() => { throw 0 })();"],
])(
  "%s: the checks read an expression as the client compiles it",
  { timeout: 120_000 },
  async ([name, returnsValue, throwing], { attempt }) => {
    await fc.assert(
      fc.asyncProperty(source, async (text) => {
        const { errors } = await attempt(name, throwing + text);
        const { body } = rewritten(throwing + text, returnsValue).find((one) => isAmong(versionOf(), one)) ?? {};
        expect(errors.map(compiledBody)).toEqual([body]);
      }),
      { numRuns: 500 },
    );
  },
);

/** The body of the function that the client tells of in an error. */
function compiledBody(error: string): unknown {
  const context = error.split("\nContext: ")[1];
  return context === undefined ? error : JSON.parse(context).expression.fnContent;
}
