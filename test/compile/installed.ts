import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "../../scripts/bundle.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Makes a folder in which our package is installed, as it would be published, beside all that this checkout has. */
export async function installed(files: { readonly [path: string]: string }): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "datastar-tsx-compile-"));
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (!name.startsWith(".") && name !== "datastar-tsx")
      symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
  const home = join(modules, "datastar-tsx");
  await bundle(join(home, "dist"));
  writeFileSync(join(home, "package.json"), readFileSync(join(root, "package.json")));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
