const process: { [key: symbol]: unknown } = globalThis as {};

/**
 * What all copies of this package in a process have together. Bundlers such as Next's make a copy for each layer of a
 * program, and packages of a monorepo may depend on different versions.
 *
 * @param name names the form of it, too: another form needs another name, since the copies can differ in age
 */
export function shared<T extends object>(name: string, make: () => T): T {
  return (process[Symbol.for(`datastar-tsx.${name}`)] ??= make()) as T;
}
