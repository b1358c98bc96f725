import { Html } from "./html.js";

/** Markup: as text when it is there, else as what will have it. */
export type Markup = string | PendingHtml;

interface Failure {
  readonly error: unknown;
}

// What else promises have, it inherits (see the end of this file); each of those methods calls `then`.
export interface PendingHtml extends Promise<Html> {}

/**
 * Markup that waits for promises. Whoever awaits it sees a promise of {@link Html}; markup around it joins it without
 * promises, which takes less time.
 *
 * A failure is for whoever awaits it. When an error elsewhere keeps it from being used, it does not end the process as an
 * unhandled rejection.
 */
export class PendingHtml {
  // Messages name the class of a value; this one is nobody's business.
  static readonly name = "Promise";

  #outcome: string | Failure | undefined;
  #parts: readonly Markup[] | undefined;
  #missing = 0;
  /** What it is a part of. */
  #whole: PendingHtml | undefined;
  #promise: Promise<Html> | undefined;
  #settlePromise: ((outcome: string | Failure) => void) | undefined;

  /**
   * Renders what a promise resolves to.
   *
   * @param render renders it; what it throws is the failure
   * @param context for `render`, which takes less time than a closure
   */
  static of<T, C>(promise: PromiseLike<T>, render: (value: T, context: C) => Markup, context?: C): PendingHtml {
    const pending = new PendingHtml();
    promise.then(
      (value) => {
        try {
          pending.#become(render(value, context as C));
        } catch (error) {
          pending.#settle({ error });
        }
      },
      (error) => pending.#settle({ error }),
    );
    return pending;
  }

  /** Joins pieces of markup, of which some wait, once all of them are there. */
  static join(parts: readonly Markup[]): PendingHtml {
    const pending = new PendingHtml();
    pending.#join(parts);
    return pending;
  }

  then<T = Html, E = never>(
    onFulfilled?: ((html: Html) => T | PromiseLike<T>) | null,
    onRejected?: ((reason: unknown) => E | PromiseLike<E>) | null,
  ): Promise<T | E> {
    this.#promise ??= new Promise((resolve, reject) => {
      this.#settlePromise = (outcome) => (typeof outcome === "string" ? resolve(new Html(outcome)) : reject(outcome.error));
      if (this.#outcome !== undefined) this.#settlePromise(this.#outcome);
    });
    return this.#promise.then(onFulfilled, onRejected);
  }

  #become(markup: Markup): void {
    if (typeof markup === "string") this.#settle(markup);
    else this.#join([markup]);
  }

  #join(parts: readonly Markup[]): void {
    this.#parts = parts.map((part) => (typeof part === "string" ? part : this.#waitFor(part)));
  }

  #waitFor(part: PendingHtml): PendingHtml {
    // What is there already, or a part of something else as well, is asked as the promise that it is.
    const own = part.#outcome === undefined && part.#whole === undefined ? part : PendingHtml.of(part, ({ html }) => html);
    own.#whole = this;
    this.#missing++;
    return own;
  }

  /** Settles it, and what it was the last part of, and so on: a loop, since elements can be nested deeply. */
  #settle(outcome: string | Failure): void {
    let settled: PendingHtml = this;
    for (;;) {
      const whole = settled.#whole;
      settled.#outcome = outcome;
      settled.#settlePromise?.(outcome);
      // One that is kept keeps nothing else in memory.
      settled.#parts = settled.#whole = undefined;
      if (whole === undefined || whole.#outcome !== undefined) return;
      whole.#missing--;
      if (typeof outcome === "string") {
        if (whole.#missing > 0) return;
        outcome = whole.#joined();
      }
      settled = whole;
    }
  }

  #joined(): string | Failure {
    let html = "";
    try {
      for (const part of this.#parts ?? []) html += typeof part === "string" ? part : part.#outcome;
      return html;
    } catch (error) {
      // It is longer than a string can be.
      return { error };
    }
  }
}

// Not `extends`, which would make each one a promise of the engine's, with all that it costs.
Object.setPrototypeOf(PendingHtml.prototype, Promise.prototype);
