import { checks, type ExpectedElements, type ExpectedPatch } from "./expectations.js";

/**
 * Matchers for `expect.extend` of Vitest, Jest and Bun. `import "datastar-tsx/testing/vitest"` adds them, with their
 * types; in the others:
 *
 * ```ts
 * expect.extend(matchers);
 * ```
 */
export const matchers = checks;

/** The types of {@link matchers}, for `expect`. */
export interface EventMatchers<R = unknown> {
  toPatchElements(target: string, elements?: ExpectedElements, options?: ExpectedPatch): R;
  toPatchElements(elements: ExpectedElements): R;
  toRemoveElements(selector: string): R;
  toPatchSignals(signals: { readonly [name: string]: unknown }, options?: { readonly onlyIfMissing?: boolean }): R;
  toRedirect(url: string | URL | RegExp): R;
  toReplaceUrl(url: string | URL | RegExp): R;
  toExecuteScript(script: string | RegExp): R;
  toDispatchCustomEvent(name: string, detail?: unknown): R;
}
