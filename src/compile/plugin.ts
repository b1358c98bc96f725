import type { ClientOptions } from "../base/configure-client.js";
import type { Compiled } from "./compile.js";

/** Options of the plugins. */
export interface PluginOptions {
  /** The files to compile, by their paths. All of `.tsx` and `.jsx` outside of `node_modules`, unless you say so. */
  readonly include?: RegExp;
  /** Files among them to leave alone: those that are for another JSX library, such as React's. */
  readonly exclude?: RegExp;
  /**
   * Checks the source, and leaves TSX to the next tool, for the development runtime and its checks (`"jsx":
   * "react-jsxdev"`). The development server of Vite, and webpack and Rspack in `mode: "development"` do that by
   * themselves.
   */
  readonly development?: boolean | undefined;
  /** The Datastar client that the program runs, where it says so with `configureClient`. */
  readonly client?: ClientOptions | undefined;
}

/** The name of the plugins. */
export const pluginName = "datastar-tsx";

/** The files that can hold TSX; tools may put a query behind the path. */
export const tsxFiles = /\.[jt]sx(?:$|\?)/;

/**
 * Makes the function that compiles the modules of a build; it returns `undefined` for those to leave alone, and rejects
 * with a `SourceError` for those to refuse.
 */
export function moduleCompiler({
  include,
  exclude,
  development,
  client,
}: PluginOptions): (code: string, id: string) => Promise<Compiled | undefined> {
  return async (code, id) => {
    const path = id.replace(/\?.*$/, "");
    const isIncluded =
      include === undefined ? tsxFiles.test(path) && !/[\\/]node_modules[\\/]/.test(path) : include.test(path);
    if (!isIncluded || exclude?.test(path)) return undefined;
    // Not before `checkPeers` has looked for what it needs.
    const { checkSource, compile } = await import("./compile.js");
    if (development !== true) return compile(code, { filename: path, client });
    checkSource(code, { filename: path });
    return undefined;
  };
}
