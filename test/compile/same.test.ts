import { raw } from "datastar-tsx";
import fc from "fast-check";
import { expect, test } from "vitest";
import { listModule, tsxModule, values } from "./arbitrary-tsx.js";
import { type Evaluated, runCompiled, runWithRuntime } from "./evaluate.js";

/** What a module renders: its markup, or what it throws. */
async function outcome(run: (code: string) => Evaluated, code: string): Promise<string> {
  const given = { ...values(), markup: raw("<hr>") };
  const render = run(code)["default"] as (given: unknown) => unknown;
  try {
    const markup = render(given);
    const text = `${markup instanceof Promise ? "later" : "now"}: ${String(await markup)}`;
    return `${text} (${given.count()} calls)`;
  } catch (error) {
    return String(error);
  }
}

const isMistake = /^(?:Type|Range)Error/;

test.each([
  ["whatever is in a module", tsxModule],
  ["whatever is in a class or a style", listModule],
])(
  "%s, what it renders is what the runtime renders, byte for byte",
  async (_, module) => {
    await fc.assert(
      fc.asyncProperty(module, async (code) => {
        const [compiled, expected] = [await outcome(runCompiled, code), await outcome(runWithRuntime, code)];
        // Of several mistakes, each mode may meet another one first.
        if (isMistake.test(compiled) && isMistake.test(expected)) return;
        expect(compiled).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  },
  120_000,
);
