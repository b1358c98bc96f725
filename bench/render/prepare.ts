import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { compile as compilePage } from "../../src/compile/index.js";
import { type Contender, contenders, modulePath } from "./contenders.js";
import { workloads } from "./workloads.js";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Where the compiled programs are: inside the package, so that they find the toolkits. */
export const out = join(here, "..", "out", "render");

/** Compiles every workload for every contender, and the programs that measure them. */
export async function prepare(): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  const folders = [...new Set(workloads.map(({ folder }) => folder))];
  await Promise.all([
    ...contenders.flatMap((contender) => folders.map((folder) => compile(contender, folder))),
    build({
      ...options,
      entryPoints: [join(here, "times.ts"), join(here, "allocations.ts"), join(here, "cold.ts")],
      outdir: out,
      outExtension: { ".js": ".mjs" },
    }),
  ]);
}

// The toolkits stay outside of the bundles, so that one copy of each renders all workloads, as in a program.
const options = {
  bundle: true,
  packages: "external",
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "error",
} as const;

async function compile(contender: Contender, folder: string): Promise<void> {
  const { source, jsx, finish, name, isPrecompiled } = contender;
  const file = source === "strings" && !existsSync(join(here, "workloads", folder, "strings.ts")) ? "tsx" : source;
  await build({
    ...options,
    stdin: {
      contents: `
        import { render } from "./workloads/${folder}/${file}.js";
        import { toMarkup } from "./contenders/${finish}.js";
        export const markup = (data) => toMarkup(render(data));`,
      resolveDir: here,
    },
    minifySyntax: true,
    tsconfigRaw: { compilerOptions: { jsx: "react-jsx", ...(jsx === undefined ? {} : { jsxImportSource: jsx }) } },
    plugins: [...(name === "@kitajs/html" ? [kitaText] : []), ...(isPrecompiled ? [precompile] : [])],
    outfile: join(out, modulePath(contender, folder)),
  });
}

const precompile: Plugin = {
  name: "precompile",
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx$/ }, ({ path }) => {
      const compiled = compilePage(readFileSync(path, "utf8"), { filename: path });
      return compiled === undefined ? undefined : { contents: compiled.code, loader: "tsx" };
    });
  },
};

const kitaText: Plugin = {
  name: "kita-text",
  setup({ onResolve }) {
    onResolve({ filter: /\/text\.js$/ }, () => ({ path: join(here, "text-kita.ts") }));
  },
};
