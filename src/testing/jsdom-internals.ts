/**
 * What is behind an object of jsdom, which can do what the standards give no script: choose files, go somewhere else.
 * Undefined when jsdom is made in another way.
 */
export function internals(wrapper: object): object | undefined {
  const symbol = Object.getOwnPropertySymbols(wrapper).find(({ description }) => description === "impl");
  const behind: unknown = symbol === undefined ? undefined : Reflect.get(wrapper, symbol);
  return typeof behind === "object" && behind !== null ? behind : undefined;
}
