/**
 * Whether `value` is an object as JSON or an object literal makes them, in this realm or in another: tests run in a
 * context of their own, whose objects are not those of `response.json()` and `structuredClone`.
 */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || isObjectPrototype(prototype);
}

/** An `Object.prototype` is the end of a chain, and has what all objects have. */
function isObjectPrototype(prototype: object): boolean {
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf");
}
