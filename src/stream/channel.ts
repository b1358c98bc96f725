/**
 * Why a stream ended: its handler was done, `close()` was called, the client went away, or something failed.
 */
export type CloseReason = "done" | "closed" | "disconnected" | "error";

/** Where the bytes go: one for each kind of server. */
export interface Sink {
  /** Writes a frame. A promise means that there is no room for more until it settles. */
  write(frame: string): void | Promise<void>;
  /** Ends the response; nothing is written after it. */
  end(): void;
}

/** What sends reject with, and what `signal.reason` is, once the stream is closed. */
export class StreamClosedError extends Error {
  override readonly name = "StreamClosedError";
  readonly reason: CloseReason;

  constructor(reason: CloseReason) {
    super(`The stream is closed (${reason}).`);
    this.reason = reason;
  }
}

/**
 * An ordered way to one client, with a beginning and an end.
 *
 * Sends keep their order even when some of their frames are still being made. It ends exactly once; from then on
 * `signal` is aborted and every send rejects, so that a handler that awaits its sends stops by itself.
 */
export class Channel {
  readonly #sink: Sink;
  readonly #report: (error: unknown) => void;
  readonly #abort = new AbortController();
  readonly #onClose: ((reason: CloseReason) => void)[] = [];
  readonly #waiting = new Set<(error: StreamClosedError) => void>();
  // The last of the sends that wait for their turn.
  #tail: Promise<void> | undefined;
  // Set as soon as nothing more is accepted; `signal` tells when the rest is written.
  #closing: CloseReason | undefined;
  #reason: CloseReason | undefined;

  constructor(sink: Sink, report: (error: unknown) => void) {
    this.#sink = sink;
    this.#report = report;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get closed(): boolean {
    return this.#closing !== undefined;
  }

  onClose(callback: (reason: CloseReason) => void): void {
    if (this.#reason === undefined) this.#onClose.push(callback);
    else this.#call(callback, this.#reason);
  }

  /** Writes a frame in its turn. The promise settles when it is written and there is room for more. */
  send(frame: string | Promise<string>): Promise<void> {
    // It may fail while its turn has not come yet, or never comes, which must not count as unhandled.
    if (typeof frame !== "string") frame.catch(() => {});
    if (this.#closing !== undefined) return quietly(Promise.reject(new StreamClosedError(this.#closing)));
    if (this.#tail === undefined && typeof frame === "string") {
      const room = this.#write(frame);
      return room === undefined ? written : this.#queue(room);
    }
    return this.#queue(this.#writeAfter(this.#tail, frame));
  }

  /** Accepts nothing more, and ends the stream once everything sent before is written. */
  async close(reason: CloseReason): Promise<void> {
    this.#closing ??= reason;
    while (this.#tail !== undefined) await this.#tail;
    this.#finish(this.#closing);
  }

  /** Ends the stream at once: the client is gone. */
  disconnect(): void {
    this.#finish("disconnected");
  }

  /** Reports an error and ends the stream. Whatever follows from that is not reported again. */
  fail(error: unknown): void {
    if (this.#reason === "error") return;
    this.#report(error);
    this.#finish("error");
  }

  #write(frame: string): void | Promise<void> {
    try {
      return this.#sink.write(frame);
    } catch (error) {
      this.fail(error);
    }
  }

  async #writeAfter(before: Promise<void> | undefined, frame: string | Promise<string>): Promise<void> {
    await before;
    const text = await frame;
    if (this.#reason === undefined) await this.#write(text);
  }

  #queue(turn: Promise<void>): Promise<void> {
    let reject: (error: StreamClosedError) => void = () => {};
    const send = new Send((resolve, fail) => {
      turn.then(resolve, fail);
      // A send that still waits when the stream ends does not keep its handler waiting.
      reject = fail;
      this.#waiting.add(fail);
    });
    // The end of the stream settles the send, and so lets go of whoever waits for the turn of its elements.
    const tail = send
      .outcome()
      .catch((error: unknown) => {
        if (!send.observed && this.#reason === undefined) this.fail(error);
      })
      .then(() => {
        this.#waiting.delete(reject);
        if (this.#tail === tail) this.#tail = undefined;
      });
    this.#tail = tail;
    return send;
  }

  #finish(reason: CloseReason): void {
    if (this.#reason !== undefined) return;
    this.#closing = this.#reason = reason;
    this.#tail = undefined;
    try {
      this.#sink.end();
    } catch (error) {
      this.#report(error);
    }
    const closed = new StreamClosedError(reason);
    for (const reject of this.#waiting) reject(closed);
    this.#waiting.clear();
    this.#abort.abort(closed);
    for (const callback of this.#onClose.splice(0)) this.#call(callback, reason);
  }

  #call(callback: (reason: CloseReason) => void, reason: CloseReason): void {
    // An asynchronous callback may return a promise although its type says nothing of it.
    const result = new Promise((resolve) => resolve(callback(reason)));
    result.catch((error: unknown) => this.#report(error));
  }
}

const written = Promise.resolve();

/**
 * The promise of a send. It knows whether anybody looks at it: a failure that nobody would see is reported and ends the
 * stream, while one that the handler catches is the handler's business.
 */
class Send extends Promise<void> {
  observed = false;

  static override get [Symbol.species]() {
    return Promise;
  }

  /** The same promise, for those who do not count as looking at it. */
  outcome(): Promise<void> {
    return super.then();
  }

  // oxlint-disable-next-line unicorn/no-thenable
  override then<A = void, B = never>(
    onFulfilled?: ((value: void) => A | PromiseLike<A>) | null,
    onRejected?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.observed = true;
    return super.then(onFulfilled, onRejected);
  }
}

// Marks the promise as handled, so that a send that nobody awaits never ends the process.
function quietly(promise: Promise<void>): Promise<void> {
  promise.catch(() => {});
  return promise;
}
