import { fileURLToPath } from "node:url";
import { checkPeers } from "./peers.js";
import { pluginName, type PluginOptions, tsxFiles } from "./plugin.js";

export type { PluginOptions } from "./plugin.js";

checkPeers("datastar-tsx/webpack");

/** The compiler, as far as the plugin looks at it. */
export interface WebpackCompiler {
  readonly options: { readonly mode?: string | undefined; readonly module: { readonly rules: unknown[] } };
}

/**
 * Compiles TSX in a build with webpack or Rspack, before the loader that strips types. In development it only checks
 * it.
 *
 * @see https://webpack.js.org/contribute/writing-a-plugin/
 */
export default class Datastar {
  readonly name = pluginName;
  readonly #options: PluginOptions;

  constructor(options: PluginOptions = {}) {
    this.#options = options;
  }

  apply({ options: { mode, module } }: WebpackCompiler): void {
    const { include = tsxFiles, exclude, development = mode === "development", client } = this.#options;
    const left = this.#options.include === undefined ? [/[\\/]node_modules[\\/]/] : [];
    module.rules.push({
      test: include,
      exclude: exclude === undefined ? left : [...left, exclude],
      enforce: "pre",
      use: [
        { loader: fileURLToPath(new URL("./webpack-loader.js", import.meta.url)), options: { development, client } },
      ],
    });
  }
}
