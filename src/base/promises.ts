import { isList } from "./list.js";
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
  ignoreFailures(ready);
  return ready;
}

/**
 * Lets go of a value that an error keeps from being used: promises in it, at any depth, may fail, and nobody is to hear
 * of it. Unhandled, a rejection would end the process. Iterators are run to their end, as they would have been.
 */
export function abandon(value: unknown): void {
  ignoreFailures(value, true);
}

/**
 * Keeps promises in a value that is still used, in arrays, sets, maps and plain objects at any depth, from ending the
 * process when nobody comes to wait for them.
 *
 * @param isGivenUp whether iterators in it can be run, since nobody will
 */
export function ignoreFailures(value: unknown, isGivenUp = false): void {
  if (typeof value !== "object" || value === null) return;
  // A loop over a set that it adds to: values can contain themselves.
  const found = new Set<unknown>([value]);
  for (const item of found) {
    if (item instanceof Promise) item.catch(() => {});
    else if (typeof item === "object" && item !== null) addParts(item, isGivenUp, found);
  }
}

function addParts(value: object, isGivenUp: boolean, found: Set<unknown>): void {
  try {
    if (Array.isArray(value) || value instanceof Set) for (const part of value) found.add(part);
    else if (value instanceof Map) for (const [key, part] of value) found.add(key).add(part);
    else if (isPlainObject(value)) for (const part of Object.values(value)) found.add(part);
    else if (isGivenUp && isList(value)) addItems(value, found);
  } catch {
    // A getter or a generator, which would have failed for whoever used it.
  }
}

/** Some generators have no end. */
const mostItems = 100_000;

function addItems(list: Iterable<unknown>, found: Set<unknown>): void {
  let count = 0;
  for (const item of list) {
    found.add(item);
    if (++count >= mostItems) break;
  }
}

/** Calls a function; if it throws, what it was given is let go of. */
export function callWith<Given extends readonly unknown[], T>(run: (...given: Given) => T, ...given: Given): T {
  try {
    return run(...given);
  } catch (error) {
    abandon(given);
    throw error;
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
