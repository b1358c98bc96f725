// Nothing of the overlay is in what production imports, and what imports it by mistake renders nothing.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Devtools, devtoolsFeed } from "datastar-tsx/devtools";
import { eventsOf } from "datastar-tsx/testing";
import { build } from "esbuild";
import { afterEach, expect, test, vi } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { exports } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
  readonly exports: { readonly [entry: string]: string | { readonly "datastar-tsx:source": string } };
};
const sources = Object.entries(exports).flatMap(([entry, target]) =>
  typeof target === "string" || entry === "./devtools" ? [] : [target["datastar-tsx:source"]],
);

afterEach(() => vi.unstubAllEnvs());

async function modulesOf(entryPoints: readonly string[]): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entryPoints],
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outdir: "out",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  return Object.keys(metafile.inputs).filter((path) => path.includes("devtools"));
}

test("no other entry point of the package leads to it", async () => {
  expect(await modulesOf(sources)).toEqual([]);
  expect(await modulesOf(["src/devtools/index.ts"])).toContain("src/generated/devtools-script.ts");
});

test("its script stands in the page once, with its settings as data", () => {
  const markup = String(Devtools({ feed: "/a?</script>", nonce: "r4nd0m" }));
  expect(markup).toMatch(/^<script nonce="r4nd0m">[^]*\(\(\)=>\{/);
  expect(markup).toContain(String.raw`devtools.start({"feed":"/a?\u003c/script>"})})()`);
  expect(markup.match(/<\/script/g)).toHaveLength(1);
});

test("where NODE_ENV is production, it renders nothing and tells nothing", async () => {
  vi.stubEnv("NODE_ENV", "production");
  expect(Devtools({ feed: "/devtools" })).toBe(null);
  expect(await eventsOf(devtoolsFeed).all()).toEqual([]);
});
