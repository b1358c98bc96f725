import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Installs the packages of a folder that has a lock of its own, unless they are there already, and beside them our
 * package as it would be published.
 */
export function install(folder: string): void {
  const stamp = join(folder, "node_modules", ".installed");
  const hash = createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== hash) {
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], {
      cwd: folder,
      stdio: "inherit",
    });
    writeFileSync(stamp, hash);
  }
  const home = join(folder, "node_modules", "datastar-tsx");
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home);
  execFileSync("tar", ["-xzf", packed(), "-C", home, "--strip-components=1"]);
}

// Whoever runs a suite over and over names one that is packed already.
let tarball = process.env["DATASTAR_TARBALL"];
/** The tarball of this checkout, packed once. */
export function packed(): string {
  if (tarball !== undefined) return tarball;
  const destination = mkdtempSync(join(tmpdir(), "datastar-tsx-packed-"));
  process.once("exit", () => rmSync(destination, { recursive: true, force: true }));
  const output = execFileSync("npm", ["pack", "--silent", "--pack-destination", destination], {
    cwd: root,
    encoding: "utf8",
  });
  return (tarball = join(destination, output.trim().split("\n").at(-1) ?? ""));
}

/** Has a bundle take the packed package that is installed in a folder, and not this checkout. */
export function packedIn(folder: string): Plugin {
  return {
    name: "packed",
    setup: ({ onResolve, resolve }) => {
      onResolve({ filter: /^datastar-tsx/ }, ({ path, kind, pluginData }) =>
        pluginData === folder ? undefined : resolve(path, { resolveDir: folder, kind, pluginData: folder }),
      );
    },
  };
}
