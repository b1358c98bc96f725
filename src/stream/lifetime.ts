import { type ChannelOptions, report } from "./channel-options.js";
import { type CloseReason, StreamClosedError } from "./closed.js";

const none: readonly never[] = [];

/** When a stream ends, why, and who wants to know. */
export class Lifetime {
  readonly #options: ChannelOptions;
  // There may be very many streams on which nothing happens: what most of them never need is made when they do.
  #onEnd: readonly ((reason: CloseReason) => void)[] = none;
  #abort: AbortController | undefined;
  #reason: CloseReason | undefined;

  constructor(options: ChannelOptions) {
    this.#options = options;
  }

  /** Why it has ended, if it has. */
  get reason(): CloseReason | undefined {
    return this.#reason;
  }

  /** Aborted when it ends. */
  get signal(): AbortSignal {
    if (this.#abort === undefined) {
      this.#abort = new AbortController();
      if (this.#reason !== undefined) this.#abort.abort(new StreamClosedError(this.#reason));
    }
    return this.#abort.signal;
  }

  /**
   * Calls back when it ends; at once if it has.
   *
   * @returns a function that takes the callback back
   */
  onEnd(callback: (reason: CloseReason) => void): () => void {
    if (this.#reason === undefined) this.#onEnd = [...this.#onEnd, callback];
    else this.#call(callback, this.#reason);
    return () => {
      this.#onEnd = this.#onEnd.filter((other) => other !== callback);
    };
  }

  /** To be called once. */
  end(error: StreamClosedError): void {
    this.#reason = error.reason;
    this.#abort?.abort(error);
    for (const callback of this.#onEnd) this.#call(callback, error.reason);
    this.#onEnd = none;
  }

  #call(callback: (reason: CloseReason) => void, reason: CloseReason): void {
    // An asynchronous callback may return a promise although its type says nothing of it.
    const result = new Promise((resolve) => resolve(callback(reason)));
    result.catch((error: unknown) => report(this.#options, error));
  }
}
