import type { Sink } from "./sink.js";

/** Milliseconds that a client has to take what was written before its connection is broken off. */
const patience = 1000;

/** The end of a response that is not complete: it comes once, and not at all when the client is gone already. */
export class BreakOff {
  readonly #sink: Sink;
  readonly #onError: (error: unknown) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDone = false;

  constructor(sink: Sink, onError: (error: unknown) => void) {
    this.#sink = sink;
    this.#onError = onError;
  }

  now(): void {
    if (this.#isDone) return;
    this.cancel();
    try {
      this.#sink.abort();
    } catch (error) {
      this.#onError(error);
    }
  }

  /** When the client has taken what was written, or has had time enough for it. */
  soon(): void {
    if (this.#isDone || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => this.now(), patience);
    this.#sink.flush(() => this.now());
  }

  /** Nobody is there any more. */
  cancel(): void {
    this.#isDone = true;
    clearTimeout(this.#timer);
  }
}
