/**
 * Whether a value has the brand of a class of ours: a property named by a registered symbol, in its prototype.
 *
 * A process can have two copies of this package, as when packages of a monorepo depend on different versions. The
 * classes of one copy are not those of the other, so that `instanceof` and private names do not find their instances;
 * registered symbols are the same in both. Data cannot forge a brand: JSON has no symbols, and neither
 * `structuredClone` nor a spread copies what is in the prototype.
 *
 * Ask `instanceof` first where it matters, since it takes less time for instances of the own copy.
 */
export function hasBrand<B extends symbol>(value: unknown, brand: B): value is { readonly [brand in B]: unknown } {
  return typeof value === "object" && value !== null && brand in value;
}
