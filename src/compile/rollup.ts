import type { Compiled } from "./compile.js";
import { checkPeers } from "./peers.js";
import { moduleCompiler, pluginName, type PluginOptions, tsxFiles } from "./plugin.js";

export type { PluginOptions } from "./plugin.js";

checkPeers("datastar-tsx/rollup");

/** The plugin, as far as Rollup and Rolldown look at it. */
export interface RollupPlugin {
  readonly name: string;
  readonly transform: {
    readonly filter: { readonly id: RegExp };
    readonly handler: (code: string, id: string) => Promise<Compiled | undefined>;
  };
}

/**
 * Compiles TSX in a build with Rollup or Rolldown. It goes before the plugin that strips types.
 *
 * @see https://rollupjs.org/plugin-development/#transform
 */
export default function datastar(options: PluginOptions = {}): RollupPlugin {
  return {
    name: pluginName,
    transform: { filter: { id: options.include ?? tsxFiles }, handler: moduleCompiler(options) },
  };
}
