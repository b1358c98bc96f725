import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { moduleCompiler, pluginName, type PluginOptions, tsxFiles } from "./plugin.js";
import { SourceError } from "./source-error.js";

/** A file as the plugin hands it on. */
export interface LoadedFile {
  readonly contents: string;
  readonly loader: "js" | "jsx" | "ts" | "tsx";
}

/** A file that is refused, as esbuild shows it. */
export interface RefusedFile {
  readonly errors: {
    readonly text: string;
    readonly location: {
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly length: number;
      readonly lineText: string;
    };
  }[];
}

/** The plugin, as far as esbuild and Bun look at it. */
export interface LoaderPlugin {
  readonly name: string;
  readonly setup: (build: LoaderBuild) => void;
}

/** The build, as far as the plugin looks at it. */
export interface LoaderBuild {
  onLoad(
    options: { readonly filter: RegExp },
    load: (file: { readonly path: string }) => Promise<LoadedFile | RefusedFile>,
  ): unknown;
}

/**
 * The plugin for tools whose plugins load files.
 *
 * @param refuse tells the tool why a module is refused
 */
export function loaderPlugin(options: PluginOptions, refuse: (error: SourceError) => RefusedFile): LoaderPlugin {
  const compileModule = moduleCompiler(options);
  return {
    name: pluginName,
    setup(build) {
      build.onLoad({ filter: options.include ?? tsxFiles }, async ({ path }) => {
        const code = await readFile(path, "utf8");
        const loader = loaders[extname(path)] ?? "tsx";
        try {
          const compiled = await compileModule(code, path);
          if (compiled === undefined) return { contents: code, loader };
          // The path of a source is relative to the file that the map is in.
          compiled.map.sources = [basename(path)];
          return { contents: `${compiled.code}//# sourceMappingURL=${compiled.map.toUrl()}\n`, loader };
        } catch (error) {
          if (error instanceof SourceError) return refuse(error);
          throw error;
        }
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
