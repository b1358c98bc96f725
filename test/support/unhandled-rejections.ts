import { afterEach, beforeEach } from "vitest";

/** The reasons of the promises that were rejected in the test that runs, and that nobody has handled. */
export function unhandledRejections(): readonly unknown[] {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  beforeEach(() => {
    unhandled.length = 0;
    process.on("unhandledRejection", note);
  });
  afterEach(() => void process.off("unhandledRejection", note));
  return unhandled;
}
