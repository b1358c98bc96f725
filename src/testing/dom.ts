export type Jsdom = typeof import("jsdom");

/**
 * The documents of jsdom, whose parser is that of the standard.
 *
 * @throws Error when it is not installed
 */
export function loadJsdom(): Promise<Jsdom> {
  return import("jsdom").catch((cause: unknown) => {
    throw new Error("This needs a package that is not installed:\n\n  npm install --save-dev jsdom\n", { cause });
  });
}
