import type { Compiled } from "./compile.js";
import { moduleCompiler, pluginName, type PluginOptions, tsxFiles } from "./plugin.js";

export type { PluginOptions } from "./plugin.js";

/** The plugin, as far as Vite looks at it. */
export interface VitePlugin {
  readonly name: string;
  readonly enforce: "pre";
  readonly configResolved: (config: { readonly command: "build" | "serve" }) => void;
  readonly transform: {
    readonly filter: { readonly id: RegExp };
    readonly handler: (code: string, id: string) => Compiled | undefined;
  };
}

/**
 * Compiles TSX in a build with Vite. The development server gets the development runtime, unless the options say
 * otherwise.
 *
 * @see https://vite.dev/guide/api-plugin
 */
export default function datastar(options: PluginOptions = {}): VitePlugin {
  let compileModule = moduleCompiler(options);
  return {
    name: pluginName,
    enforce: "pre",
    configResolved({ command }) {
      compileModule = moduleCompiler({ ...options, development: options.development ?? command === "serve" });
    },
    transform: { filter: { id: options.include ?? tsxFiles }, handler: (code, id) => compileModule(code, id) },
  };
}
