import { ignoreFailures } from "../base/promises.js";
import { Html, isHtml } from "./html.js";

/** Markup: as text when it is there, else as what will have it. */
export type Markup = string | PendingHtml;

/** What came of it: a failure is a promise that has been rejected. */
type Outcome = Html | (Promise<never> & { readonly html?: never });

// What else promises have, it inherits (see the end of this file); each of those methods calls `then`.
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging
export interface PendingHtml extends Promise<Html> {}

/**
 * Markup that waits for promises. Whoever awaits it sees a promise of {@link Html}; markup around it joins it without
 * promises, which takes less time.
 *
 * A failure is for whoever awaits it. When an error elsewhere keeps it from being used, it does not end the process as
 * an unhandled rejection.
 */
export class PendingHtml {
  // Error messages name the class of a value. To users this is a promise.
  static readonly name = "Promise";

  #outcome: Outcome | undefined;
  #parts: readonly Markup[] | undefined;
  #missing = 0;
  /** What it is a part of. */
  #whole: PendingHtml | undefined;
  #promise: Promise<Html> | undefined;
  #resolve: ((outcome: Outcome) => void) | undefined;

  /**
   * Renders what a promise resolves to.
   *
   * @param render renders it; what it throws is the failure
   * @param context for `render`, which takes less time than a closure
   */
  static of<T>(promise: PromiseLike<T>, render: (value: T) => Markup): PendingHtml;
  static of<T, C>(promise: PromiseLike<T>, render: (value: T, context: C) => Markup, context: C): PendingHtml;
  static of<T, C>(promise: PromiseLike<T>, render: (value: T, context?: C) => Markup, context?: C): PendingHtml {
    const pending = new PendingHtml();
    // Not its own then(), which could call back twice, in another context, or throw.
    Promise.resolve(promise).then(
      (value) => {
        try {
          const markup = render(value, context);
          if (typeof markup !== "string") pending.#join([markup]);
          else pending.#settle(isHtml(value) && value.html === markup ? value : new Html(markup));
        } catch (error) {
          pending.#settle(failure(error));
        }
      },
      (error) => pending.#settle(failure(error)),
    );
    return pending;
  }

  /** Joins pieces of markup, of which some wait, once all of them are there. */
  static join(parts: readonly Markup[]): PendingHtml {
    return new PendingHtml().#join(parts);
  }

  // oxlint-disable-next-line unicorn/no-thenable
  then<T = Html, E = never>(
    onFulfilled?: ((html: Html) => T | PromiseLike<T>) | null,
    onRejected?: ((reason: unknown) => E | PromiseLike<E>) | null,
  ): Promise<T | E> {
    this.#promise ??= new Promise((resolve) => {
      this.#resolve = resolve;
      if (this.#outcome) resolve(this.#outcome);
    });
    return this.#promise.then(onFulfilled, onRejected);
  }

  /**
   * Keeps `[object Promise]` out of pages.
   *
   * @throws TypeError always
   */
  toString(): never {
    throw new TypeError("This markup waits for promises and has no text yet: await it first.");
  }

  toJSON(): never {
    return this.toString();
  }

  #join(parts: readonly Markup[]): this {
    this.#parts = parts.map((part) => {
      if (typeof part === "string") return part;
      // What is there already, or a part of something else as well, is asked as the promise that it is.
      const own = part.#outcome || part.#whole ? PendingHtml.of(part, String) : part;
      own.#whole = this;
      this.#missing++;
      return own;
    });
    return this;
  }

  /** Settles it, and what it was the last part of, and so on: a loop, since elements can be nested deeply. */
  #settle(outcome: Outcome): void {
    let settled: PendingHtml | undefined = this;
    // Once a part has failed, the others come too late.
    while (settled && !settled.#outcome) {
      const whole: PendingHtml | undefined = settled.#whole;
      settled.#outcome = outcome;
      settled.#resolve?.(outcome);
      // One that is kept keeps nothing else in memory.
      settled.#parts = settled.#whole = undefined;
      if (whole && isHtml(outcome)) {
        if (--whole.#missing > 0) return;
        try {
          let html = "";
          for (const part of whole.#parts ?? []) html += typeof part === "string" ? part : part.#outcome?.html;
          outcome = new Html(html);
        } catch (error) {
          // It is longer than a string can be.
          outcome = failure(error);
        }
      }
      settled = whole;
    }
  }
}

// Not `extends`, which would make each one a promise of the engine's, with all that it costs.
Object.setPrototypeOf(PendingHtml.prototype, Promise.prototype);

function failure(error: unknown): Promise<never> {
  const failed = Promise.reject<never>(error);
  ignoreFailures(failed);
  return failed;
}
