// Runs test files of ours in Deno: just enough of vitest's functions, with the `expect` that vitest has.
import { JestChaiExpect, JestExtend } from "@vitest/expect";
import * as chai from "chai";

// Deno escapes more characters in constant markup than we do, and leaves a space where an attribute is absent.
const sameMarkup = (html) =>
  html.replaceAll("&gt;", ">").replaceAll("&#39;", "'").replaceAll("&quot;", '"').replace(/ +>/g, ">");
// Deno does not tell the functions of a JSX runtime which element a value is in.
const quote = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
const inSomeElement = (message) =>
  message.replace(/^<\w+>(?= cannot render)/, "An element").replace(/^<\w+ (?=[-\w:]+>)/, "<element ");
const sameMessage = (message) => new RegExp(`${quote(message)}|${quote(inSomeElement(message))}`);

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(({ Assertion }, { flag }) => {
  Assertion.overwriteMethod(
    "toBe",
    (original) =>
      function (expected) {
        const value = flag(this, "object");
        if (typeof value !== "string" || typeof expected !== "string") return original.call(this, expected);
        flag(this, "object", sameMarkup(value));
        return original.call(this, sameMarkup(expected));
      },
  );
  Assertion.overwriteMethod(
    "toThrow",
    (original) =>
      function (expected) {
        return original.call(this, typeof expected === "string" ? sameMessage(expected) : expected);
      },
  );
});
export const { expect } = chai;

const before = [];
const after = [];
export const beforeEach = (run) => before.push(run);
export const afterEach = (run) => after.push(run);
export const describe = (_name, body) => body();

let running = Promise.resolve();
const results = { passed: 0, failed: [] };

export function test(name, run) {
  running = running.then(async () => {
    try {
      for (const prepare of before) await prepare();
      await run();
      results.passed++;
    } catch (error) {
      results.failed.push([name, String(error?.message)]);
    } finally {
      for (const finish of after) await finish();
    }
  });
}

test.each = (rows) => (name, run) => {
  for (const row of rows) {
    const values = Array.isArray(row) ? row : [row];
    test(name.replace(/%[sj]/, typeof values[0] === "string" ? values[0] : Deno.inspect(values[0])), () =>
      run(...values),
    );
  }
};

/** Waits for the tests of the files that have been imported. */
export const finished = async () => {
  await running;
  return results;
};
