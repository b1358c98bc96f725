import type { LoaderPlugin } from "./loader-plugin.js";
import { compilerPeers, withPeers } from "./peers.js";
import type { PluginOptions } from "./plugin.js";
import { framed } from "./source-error.js";

const { loaderPlugin } = await withPeers("datastar-tsx/bun", compilerPeers, () => import("./loader-plugin.js"));

export type { LoadedFile, LoaderBuild, LoaderPlugin, RefusedFile } from "./loader-plugin.js";
export type { PluginOptions } from "./plugin.js";

/**
 * Compiles TSX in Bun: in a build (`Bun.build({ plugins: [datastar()] })`), and at run time from a preloaded file
 * (`plugin(datastar())`).
 *
 * @see https://bun.com/docs/bundler/plugins
 */
export default function datastar(options: PluginOptions = {}): LoaderPlugin {
  return loaderPlugin(options, (error) => {
    throw framed(error);
  });
}
