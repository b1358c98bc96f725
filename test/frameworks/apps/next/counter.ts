import { createCounter } from "../counter";

declare global {
  var counter: ReturnType<typeof createCounter> | undefined;
}

// Each route is a bundle of its own, and in development is loaded anew.
export const counter = (globalThis.counter ??= createCounter());
