// What has to be there before apps are made: both packages as they would be published, and the runtimes.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { install, packed } from "../../support/fixture.js";
import { startRegistry } from "./registry.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));

declare module "vitest" {
  interface ProvidedContext {
    /** Where all apps are made. */
    readonly home: string;
    readonly registry: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  // For pnpm, and a Node.js that is new enough for Wrangler.
  const installed = `${root}test/runtimes/installed`;
  install(installed);
  const home = mkdtempSync(join(tmpdir(), "create-datastar-tsx-"));
  const args = ["pack", "--silent", "--pack-destination", home];
  execFileSync("npm", args, { cwd: `${root}create-datastar-tsx`, stdio: "ignore" });
  const registry = await startRegistry([packed(), join(home, "create-datastar-tsx-0.1.0.tgz")]);

  // These two, and nothing else of this checkout, are there for the apps.
  mkdirSync(join(home, "bin"));
  for (const name of ["bun", "deno"]) symlinkSync(`${root}node_modules/.bin/${name}`, join(home, "bin", name));
  symlinkSync(`${installed}/node_modules/.bin/pnpm`, join(home, "bin", "pnpm"));
  project.provide("home", home);
  project.provide("registry", registry.url);
  return () => {
    registry.close();
    rmSync(home, { recursive: true, force: true });
  };
}
