// What has to be there before the checks: the runtimes, our package as it would be published, and the servers.
import { join } from "node:path";
import { build } from "esbuild";
import { install, packedIn } from "../support/fixture.js";

const here = import.meta.dirname;
const installed = join(here, "installed");

export default async function setup(): Promise<void> {
  install(installed);
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
    plugins: [packedIn(installed)],
  });
}
