/**
 * Caches what was made for a name, and returns it. Programs use few names, but data could bring any number of them: a
 * full cache takes no more.
 *
 * @param limit how many to cache
 */
export function setBounded<T>(cache: Map<string, T>, limit: number, name: string, made: T): T {
  if (cache.size < limit) cache.set(name, made);
  return made;
}
