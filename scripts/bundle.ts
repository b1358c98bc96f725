import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

interface Manifest {
  readonly bin: { readonly [name: string]: string };
  readonly exports: { readonly [name: string]: string | { readonly "datastar-tsx:source": string } };
}

const root = fileURLToPath(new URL("..", import.meta.url));

// Loaded by their paths.
const loaders = ["./src/compile/node-hooks.ts", "./src/compile/webpack-loader.ts"];

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
    sourcemap: true,
    // They are in the package.
    sourcemapExcludeSources: true,
  });
  await build.close();
}
