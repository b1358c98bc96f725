import { hasBrand } from "../base/brand.js";

const brand: unique symbol = Symbol.for("datastar-tsx.Send");

/** The promise of an event that waits, and the ways to settle it. */
export interface Send {
  readonly promise: SendPromise;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  /** Settles it although its event was left out, and nothing newer shows the same. */
  readonly leaveOut: () => void;
}

export function newSend(): Send {
  let resolve: () => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new SendPromise((succeed, fail) => {
    resolve = succeed;
    reject = fail;
  });
  promise.ignoreFailure();
  const leaveOut = (): void => {
    promise.isLeftOut = true;
    resolve();
  };
  return { promise, resolve, reject, leaveOut };
}

/** The promise of a send that has failed already. One that nobody awaits never ends the process. */
export function rejected(error: unknown): Promise<void> {
  const promise = Promise.reject(error);
  promise.catch(() => {});
  return promise;
}

/** Whether the event of a send that has settled was left out. */
export function wasLeftOut(sent: unknown): boolean {
  return isSend(sent) && sent.isLeftOut;
}

/** Calls back if the event of a send is left out. Does not count as looking at the send. */
export function whenLeftOut(sent: Promise<void>, callback: () => void): void {
  if (isSend(sent)) sent.whenResolved(() => sent.isLeftOut && callback());
}

/** A hub may have streams of another copy of the package. */
function isSend(value: unknown): value is SendPromise {
  return hasBrand(value, brand);
}

/**
 * The promise of a send. It knows whether anybody looks at it: a failure that nobody would see is reported and ends the
 * stream, while one that the handler catches is the handler's business.
 */
class SendPromise extends Promise<void> {
  observed = false;
  isLeftOut = false;

  get [brand](): true {
    return true;
  }

  static override get [Symbol.species]() {
    return Promise;
  }

  /** Keeps a send that nobody awaits from ending the process, without counting as looking at it. */
  ignoreFailure(): void {
    super.then(undefined, () => {});
  }

  /** Calls back without counting as looking at it. */
  whenResolved(callback: () => void): void {
    super.then(callback, () => {});
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
