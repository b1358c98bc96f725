import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ChunkingContext, rolldown } from "rolldown";

interface Manifest {
  readonly bin: { readonly [name: string]: string };
  readonly exports: { readonly [name: string]: string | { readonly "datastar-tsx:source": string } };
}

const root = fileURLToPath(new URL("..", import.meta.url));

// Loaded by their paths.
const loaders = ["./src/compile/node-hooks.ts", "./src/compile/webpack-loader.ts"];

// What most programs load, each in one file with all that it imports: a file takes longer to be found and read than to run.
const files = {
  runtime: ["jsx-runtime/compiled.ts", "jsx-runtime/index.ts"],
  server: ["src/index.ts"],
  node: ["src/node.ts"],
};

/** Tells whether a module is imported by some entries, directly or not. */
function importedBy(entries: readonly string[]): (id: string, context: ChunkingContext) => boolean {
  const reached = new Set<string>();
  const reach = (id: string, context: ChunkingContext): void => {
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) {
      if (reached.has(imported)) continue;
      reached.add(imported);
      reach(imported, context);
    }
  };
  return (id, context) => {
    if (reached.size === 0) for (const entry of entries) reach(join(root, entry), context);
    return reached.has(id);
  };
}

/**
 * Bundles every entry of the package, so that few files have to be found and read before the first page. All in one go:
 * what entries share exists once, classes above all, which are told by their identity.
 *
 * @param folder where the bundles go, at the paths that their sources have in the package
 */
export async function bundle(folder: string): Promise<void> {
  const { bin, exports }: Manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const entries = Object.values(exports).flatMap((entry) =>
    typeof entry === "string" ? [] : [entry["datastar-tsx:source"]],
  );
  const programs = Object.values(bin).map((path) => path.replace(/^\.\/dist\/(.*)\.js$/, "./$1.ts"));
  const build = await rolldown({
    cwd: root,
    input: Object.fromEntries(
      [...entries, ...programs, ...loaders].map((source) => [source.slice("./".length, -".ts".length), source]),
    ),
    external: /^[^./]/,
    platform: "neutral",
    transform: { target: "es2022" },
  });
  await build.write({
    dir: folder,
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name].js",
    hoistTransitiveImports: false,
    codeSplitting: {
      groups: Object.entries(files).map(([name, entries]) => {
        const isImported = importedBy(entries);
        return { name: (id, context) => (isImported(id, context) ? name : null), debugName: name };
      }),
    },
    // They stand in the declarations and in the sources.
    comments: { jsdoc: false },
    sourcemap: true,
    // They are in the package.
    sourcemapExcludeSources: true,
  });
  await build.close();
}
