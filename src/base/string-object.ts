/**
 * The text of a string, and of an object around one, which is typed as a string too: the `html` of hono/html makes
 * such, and JSON never does. `undefined` for anything else.
 */
export function stringOf(value: unknown): string | undefined {
  return Object.prototype.toString.call(value) === "[object String]" ? String(value) : undefined;
}
