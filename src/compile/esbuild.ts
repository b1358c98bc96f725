import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { moduleCompiler, pluginName, type PluginOptions, tsxFiles } from "./plugin.js";

export type { PluginOptions } from "./plugin.js";

/** A file as the plugin hands it on. */
export interface LoadedFile {
  readonly contents: string;
  readonly loader: "js" | "jsx" | "ts" | "tsx";
}

/** The plugin, as far as esbuild and Bun look at it. */
export interface LoaderPlugin {
  readonly name: string;
  readonly setup: (build: LoaderBuild) => void;
}

/** The build, as far as the plugin looks at it. */
export interface LoaderBuild {
  onLoad(options: { readonly filter: RegExp }, load: (file: { readonly path: string }) => Promise<LoadedFile>): unknown;
}

/**
 * Compiles TSX in a build with esbuild.
 *
 * @see https://esbuild.github.io/plugins/#on-load
 */
export default function datastar(options: PluginOptions = {}): LoaderPlugin {
  const compileModule = moduleCompiler(options);
  return {
    name: pluginName,
    setup(build) {
      build.onLoad({ filter: options.include ?? tsxFiles }, async ({ path }) => {
        const code = await readFile(path, "utf8");
        const compiled = compileModule(code, path);
        const loader = loaders[extname(path)] ?? "tsx";
        if (compiled === undefined) return { contents: code, loader };
        // The path of a source is relative to the file that the map is in.
        compiled.map.sources = [basename(path)];
        return { contents: `${compiled.code}//# sourceMappingURL=${compiled.map.toUrl()}\n`, loader };
      });
    },
  };
}

const loaders: { readonly [extension: string]: LoadedFile["loader"] } = {
  ".js": "jsx",
  ".mjs": "jsx",
  ".jsx": "jsx",
  ".ts": "ts",
  ".mts": "ts",
};
