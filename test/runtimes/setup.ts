// What has to be there before the checks: the runtimes, our package as it would be published, and the servers.
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { install } from "../support/fixture.js";

const here = import.meta.dirname;
const installed = join(here, "installed");

/** Finds the packed package, and not this checkout. */
const packed: Plugin = {
  name: "packed",
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /^datastar-tsx/ }, ({ path, kind, pluginData }) =>
      pluginData === installed ? undefined : resolve(path, { resolveDir: installed, kind, pluginData: installed }),
    );
  },
};

export default async function setup(): Promise<void> {
  await install(installed);
  const options = {
    absWorkingDir: here,
    outdir: "installed/out",
    bundle: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "datastar-tsx",
    logLevel: "warning",
  } as const;
  const servers = ["http.ts", "http2.ts", "hono.mjs", "srvx.mjs", "bun.mjs", "deno.mjs"];
  await build({
    ...options,
    entryPoints: servers.map((file) => `servers/${file}`),
    platform: "node",
    packages: "external",
  });
  // Workers are one file.
  await build({
    ...options,
    entryPoints: ["servers/workerd.mjs"],
    platform: "neutral",
    conditions: ["workerd", "worker"],
    external: ["node:*"],
    plugins: [packed],
  });
}
