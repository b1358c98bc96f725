import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");

test.each([
  ["for web servers", "src/index.ts"],
  ["of the hub", "src/hub/index.ts"],
])("the entry %s needs nothing of Node.js, so that it runs where there is none of it", async (_, entry) => {
  const { metafile, errors } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["workerd", "worker", "import"],
    external: ["node:*"],
    logLevel: "silent",
  });
  expect(errors).toEqual([]);
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  expect(imports.filter(({ external }) => external).map(({ path }) => path)).toEqual([]);
});
