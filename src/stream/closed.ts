import { isKnownError } from "../base/known-error.js";

const brand: unique symbol = Symbol.for("datastar-tsx.StreamClosedError");

/**
 * Why a stream ended: its handler was done, `close()` or `disconnect()` was called, the client went away, something
 * failed, or the client took less than was sent (see `slowClient`).
 */
export type CloseReason = "done" | "closed" | "disconnected" | "error" | "overflow";

/** What sends reject with, and what `signal.reason` is, once the stream is closed. */
export class StreamClosedError extends Error {
  override readonly name = "StreamClosedError";
  readonly reason: CloseReason;

  constructor(reason: CloseReason) {
    super(`The stream is closed (${reason}).`);
    this.reason = reason;
  }

  get [brand](): true {
    return true;
  }

  /** Those of another copy of the package are recognised, too. */
  static override [Symbol.hasInstance](value: unknown): value is StreamClosedError {
    return isKnownError(this, StreamClosedError, brand, value);
  }
}

/** Whether an error follows from the end of a stream: what its sends, and timers that take its signal, reject with. */
export function isConsequence(error: unknown, { closed }: { readonly closed: boolean }): boolean {
  return closed && error instanceof Error && (error instanceof StreamClosedError || error.name === "AbortError");
}
