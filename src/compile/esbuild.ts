import { type LoaderPlugin, loaderPlugin, type RefusedFile } from "./loader-plugin.js";
import { checkPeers } from "./peers.js";
import type { PluginOptions } from "./plugin.js";
import type { SourceError } from "./source-error.js";

export type { LoadedFile, LoaderBuild, LoaderPlugin, RefusedFile } from "./loader-plugin.js";
export type { PluginOptions } from "./plugin.js";

checkPeers("datastar-tsx/esbuild");

/**
 * Compiles TSX in a build with esbuild.
 *
 * @see https://esbuild.github.io/plugins/#on-load
 */
export default function datastar(options: PluginOptions = {}): LoaderPlugin {
  return loaderPlugin(options, refused);
}

function refused({ problem, loc, lineText, length }: SourceError): RefusedFile {
  return { errors: [{ text: problem, location: { ...loc, length, lineText } }] };
}
