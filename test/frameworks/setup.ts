// What has to be there before the checks: the frameworks, our package as it would be published, and the apps.
import { build } from "esbuild";
import { install, packedIn } from "../support/fixture.js";
import { files, here, root } from "./frameworks.js";

export default async function setup(): Promise<void> {
  install(here);
  // For workerd.
  install(`${root}test/runtimes/installed`);
  const options = {
    absWorkingDir: here,
    outdir: "out",
    bundle: true,
    format: "esm",
    target: "es2022",
    tsconfig: "apps/tsconfig.json",
    logLevel: "warning",
  } as const;
  await build({
    ...options,
    entryPoints: files.map((name) => `apps/${name}.*`),
    platform: "node",
    packages: "external",
  });
  // Workers are one file.
  await build({
    ...options,
    entryPoints: ["apps/durable-objects.ts"],
    platform: "neutral",
    conditions: ["workerd", "worker"],
    external: ["node:*"],
    plugins: [packedIn(here)],
  });
}
