/** The promise of an event that waits, and the ways to settle it. */
export interface Send {
  readonly promise: SendPromise;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export function newSend(): Send {
  let resolve: () => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new SendPromise((succeed, fail) => {
    resolve = succeed;
    reject = fail;
  });
  promise.ignoreFailure();
  return { promise, resolve, reject };
}

/**
 * The promise of a send. It knows whether anybody looks at it: a failure that nobody would see is reported and ends the
 * stream, while one that the handler catches is the handler's business.
 */
class SendPromise extends Promise<void> {
  observed = false;

  static override get [Symbol.species]() {
    return Promise;
  }

  /** Keeps a send that nobody awaits from ending the process, without counting as looking at it. */
  ignoreFailure(): void {
    super.then(undefined, () => {});
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
