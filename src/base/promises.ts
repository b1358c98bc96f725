import { isPlainObject } from "./plain-object.js";

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

/**
 * Lets go of a value that an error elsewhere keeps from being used: promises in it, at any depth of arrays, sets, maps
 * and plain objects, may fail, and nobody is to hear of it. Unhandled, a rejection would end the process.
 */
export function abandon(value: unknown): void {
  if (typeof value !== "object") return;
  // A loop over a set that it adds to: values can contain themselves.
  const found = new Set([value]);
  for (const item of found) {
    if (item instanceof Promise) item.catch(() => {});
    else if (item instanceof Set || item instanceof Map) for (const part of item.values()) found.add(part);
    else if (Array.isArray(item) || isPlainObject(item)) for (const part of Object.values(item)) found.add(part);
  }
}

/** What a list has. It may throw in between, as a generator can: what it has given before is let go of. */
export function itemsOf(list: Iterable<unknown>): readonly unknown[] {
  const items: unknown[] = [];
  try {
    for (const item of list) items.push(item);
  } catch (error) {
    abandon(items);
    throw error;
  }
  return items;
}
