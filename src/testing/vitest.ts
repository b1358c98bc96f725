// `import "datastar-tsx/testing/vitest"`, in a test or in a file of `setupFiles`: the matchers for Vitest's `expect`.
import { expect } from "vitest";
import { type EventMatchers, matchers } from "./matchers.js";

declare module "vitest" {
  // A declaration that is merged has the same parameters.
  // oxlint-disable-next-line typescript/no-explicit-any
  interface Matchers<T = any> extends EventMatchers<T> {}
}

expect.extend(matchers);
