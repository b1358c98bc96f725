// What the runtime costs those who bundle it: minified, and compressed with gzip.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Leaves out what prints Datastar's attributes and their source, and the class of URLs. */
const core: Plugin = {
  name: "core",
  setup({ onResolve }) {
    onResolve({ filter: /\/(?:datastar-attribute|escape-source|url)\.js$/ }, () => ({
      path: "datastar",
      external: true,
    }));
  },
};

async function bundled(...plugins: readonly Plugin[]) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: `export * from "./jsx-runtime/index.js"`, resolveDir: root },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    plugins: [...plugins],
    metafile: true,
    write: false,
  });
  const bytes = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  return { bytes, inputs: Object.entries(metafile.inputs) };
}

test("all that makes HTML of TSX takes at most 10.5 KB", async () => {
  expect((await bundled(core)).bytes).toBeLessThanOrEqual(10_752);
});

test("with Datastar's attributes it is at most 19 KB", async () => {
  expect((await bundled()).bytes).toBeLessThanOrEqual(19_456);
});

test("it asks the rest of the package for Datastar's attributes, URLs and the tokens of code, and for nothing else", async () => {
  const { inputs } = await bundled(core);
  const expressions = inputs.flatMap(([path]) => (path.startsWith("src/expressions/") ? path : []));
  expect(expressions).toEqual(["src/expressions/tokens.ts"]);
  const folders = new Set(inputs.map(([path]) => path.replace(/[^/]+$/, "")));
  expect(Array.from(folders).sort()).toEqual([
    "",
    "jsx-runtime/",
    "src/attributes/",
    "src/base/",
    "src/expressions/",
    "src/generated/",
    "src/html/",
    "src/jsx/",
  ]);
});
