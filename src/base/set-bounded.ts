/**
 * Keeps what was made for a name. Programs use few names, but data could bring any number of them.
 *
 * @param limit how many to keep
 */
export function keep<T>(cache: Map<string, T>, limit: number, name: string, made: T): T {
  if (cache.size < limit) cache.set(name, made);
  return made;
}
