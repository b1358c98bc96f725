import type { Compiled } from "./compile.js";
import { checkPeers } from "./peers.js";
import { moduleCompiler, pluginName, type PluginOptions, tsxFiles } from "./plugin.js";

export type { PluginOptions } from "./plugin.js";

checkPeers("datastar-tsx/vite");

/** The plugin, as far as Vite looks at it. */
export interface VitePlugin {
  readonly name: string;
  readonly enforce: "pre";
  readonly configResolved: (config: { readonly command: "build" | "serve" }) => void;
  readonly transform: {
    readonly filter: { readonly id: RegExp };
    readonly handler: (code: string, id: string) => Promise<Compiled | undefined>;
  };
  readonly hotUpdate: (this: { readonly environment: { readonly name: string } }, update: ViteHotUpdate) => void;
}

/** A file that has changed, as far as the plugin looks at it. */
export interface ViteHotUpdate {
  readonly file: string;
  /** Its modules in the environment that is told. */
  readonly modules: readonly unknown[];
  readonly server: {
    readonly environments: {
      readonly client: {
        readonly moduleGraph: { getModulesByFile(file: string): { readonly size: number } | undefined };
        readonly hot: { send(payload: { readonly type: "full-reload" }): void };
      };
    };
  };
}

/**
 * Compiles TSX in a build with Vite. The development server gets the development runtime, unless the options say
 * otherwise, and reloads the page when a module changes that only the server has.
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
    hotUpdate({ file, modules, server: { environments } }) {
      const { moduleGraph, hot } = environments.client;
      // What the browser has itself, Vite replaces or reloads.
      if (this.environment.name === "client" || modules.length === 0) return;
      if ((moduleGraph.getModulesByFile(file)?.size ?? 0) === 0) hot.send({ type: "full-reload" });
    },
  };
}
