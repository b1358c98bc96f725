/**
 * Whether `__proto__` is the name of a property in a value, at any depth. It is harmless here, but not to code that
 * copies the value property by property, as the client does.
 */
export function namesPrototype(value: object): boolean {
  // A loop over a set that it adds to: data can be nested deeper than calls can, and contain itself.
  const found = new Set<object>([value]);
  for (const object of found) {
    if (Object.hasOwn(object, "__proto__")) return true;
    for (const item of Object.values(object)) if (typeof item === "object" && item !== null) found.add(item);
  }
  return false;
}
