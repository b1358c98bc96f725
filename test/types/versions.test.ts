// The newest TypeScript checks these files with all others; here the older ones do.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = import.meta.dirname;
const versions = readdirSync(folder).filter((name) => name.startsWith("typescript-"));

test.each(versions)(
  "the types work with %s",
  (version) => {
    const compiler = join(folder, version, "node_modules", "typescript", "bin", "tsc");
    const tsc = spawnSync(process.execPath, [compiler, "-p", folder, "--pretty", "false"], { encoding: "utf8" });
    expect(tsc.stdout).toBe("");
    expect(tsc.status).toBe(0);
  },
  120_000,
);
