/**
 * Whether an object is a list of children. Bytes are iterable too, but not meant to be shown as numbers; nor are the
 * names and values of a Map, of URLSearchParams or of Headers meant to be shown in one run.
 */
export function isList(value: object): value is Iterable<unknown> {
  const iterator: unknown = Reflect.get(value, Symbol.iterator);
  return typeof iterator === "function" && iterator !== Reflect.get(value, "entries") && !ArrayBuffer.isView(value);
}
