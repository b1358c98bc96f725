import type { Sink } from "./sink.js";

/** Milliseconds that a client has to take what was sent before its connection is broken off. */
const patience = 1000;

/** The end of a response, which comes once: complete, broken off, or because the client is gone. */
export class Ending {
  readonly #sink: Sink;
  readonly #onError: (error: unknown) => void;
  readonly #onAbort: () => void;
  #isOver = false;
  #isCut = false;
  #isAborted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onAbort called when what has not been written yet is lost */
  constructor(sink: Sink, onError: (error: unknown) => void, onAbort: () => void) {
    this.#sink = sink;
    this.#onError = onError;
    this.#onAbort = onAbort;
  }

  /** Whether nothing more can be written. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Whether it is to be broken off. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** It is to be broken off, when everything is written or the client has had time enough to take it. */
  cut(): void {
    this.#isCut = true;
    if (this.#isOver) this.#abortWhenTaken();
    else this.#abortInTime();
  }

  /** Everything is written. */
  complete(): void {
    this.#isOver = true;
    if (this.#isCut) this.#abortWhenTaken();
    else this.#attempt(() => this.#sink.end());
  }

  abort(): void {
    if (this.#isAborted) return;
    this.leave();
    this.#onAbort();
    this.#attempt(() => this.#sink.abort());
  }

  /** Nobody is there any more. */
  leave(): void {
    this.#isOver = true;
    this.#isAborted = true;
    clearTimeout(this.#timer);
  }

  #abortWhenTaken(): void {
    this.#abortInTime();
    this.#sink.flush(() => this.abort());
  }

  #abortInTime(): void {
    if (!this.#isAborted) this.#timer ??= setTimeout(() => this.abort(), patience);
  }

  #attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#onError(error);
    }
  }
}
