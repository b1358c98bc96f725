export function isThenable(value: object): value is PromiseLike<unknown> {
  return typeof Reflect.get(value, "then") === "function";
}

/**
 * Continues with a value once it is there. A failure, when an error elsewhere keeps it from being used, does not end
 * the process as an unhandled rejection; whoever awaits it still gets it.
 */
export function whenReady<T, R>(value: PromiseLike<T>, then: (value: T) => R | PromiseLike<R>): Promise<R> {
  const ready = Promise.resolve(value).then(then);
  abandon(ready);
  return ready;
}

/** Lets go of a promise, or of an array of them at any depth: they may fail, and nobody is to hear of it. */
export function abandon(value: unknown): void {
  if (value instanceof Promise) value.catch(() => {});
  if (Array.isArray(value)) value.forEach(abandon);
}
