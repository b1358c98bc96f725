import { checks, eventsOrError, type ExpectedElements, type ExpectedPatch, type Outcome } from "./expectations.js";
import type { ReceivedEvent } from "./received.js";

// Runners pass whatever a test gives to `expect`; Bun has types that say so.
const matcher =
  (check: (events: readonly ReceivedEvent[], ...args: never[]) => Outcome) =>
  (received: unknown, ...args: readonly unknown[]): Outcome =>
    Reflect.apply(check, undefined, [eventsOrError(received), ...args]);

/**
 * Matchers for `expect.extend` of Vitest, Jest and Bun. `import "datastar-tsx/testing/vitest"` adds them, with their
 * types; in the others:
 *
 * ```ts
 * expect.extend(matchers);
 * ```
 */
export const matchers = {
  toPatchElements: matcher(checks.toPatchElements),
  toRemoveElements: matcher(checks.toRemoveElements),
  toPatchSignals: matcher(checks.toPatchSignals),
  toRedirect: matcher(checks.toRedirect),
  toReplaceUrl: matcher(checks.toReplaceUrl),
  toExecuteScript: matcher(checks.toExecuteScript),
  toDispatchCustomEvent: matcher(checks.toDispatchCustomEvent),
};

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
