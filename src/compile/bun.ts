import { type LoaderPlugin, loaderPlugin } from "./loader-plugin.js";
import { checkPeers } from "./peers.js";
import type { PluginOptions } from "./plugin.js";
import { framed } from "./source-error.js";

checkPeers("datastar-tsx/bun");

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
