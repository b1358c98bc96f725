const empty: object = {};

/**
 * An object to go over with `for…in`: itself, or a copy without what it inherits while somebody has put names into
 * `Object.prototype`. To ask that once takes a tenth of asking `Object.hasOwn` for each name.
 */
export function ownOnly<T extends object>(object: T): T {
  // oxlint-disable-next-line no-unreachable-loop
  for (const _ in empty) return Object.assign(Object.create(null), object) as T;
  return object;
}
