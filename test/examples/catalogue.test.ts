// The catalogue and the files of the examples belong together.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { catalogue, shared } from "../../examples/gallery/catalogue.js";

const folder = fileURLToPath(new URL("../../examples/", import.meta.url));
const manifest: Record<string, Record<string, string>> = JSON.parse(
  readFileSync(join(folder, "../package.json"), "utf8"),
);
const packages = { ...manifest["dependencies"], ...manifest["devDependencies"], "datastar-tsx": "" };

test("every file in the folder is in the catalogue", () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    // An application of its own, with a manual and tests, is no example; nor is the gallery.
    .filter((file) => !/^gallery\/|^issue-tracker\/|\.md$/.test(file));
  const listed = new Set([...shared, ...catalogue.flatMap(({ files }) => files)]);
  expect([...listed].toSorted()).toEqual(files.toSorted());
});

test("names are unique, and are those of the files", () => {
  expect(new Set(catalogue.map(({ name }) => name)).size).toBe(catalogue.length);
  for (const { name, files } of catalogue) expect([`${name}.tsx`, `${name}/index.tsx`]).toContain(files[0]);
});

/** What a file imports: packages by their names, files by their paths as they are written. */
function importsOf(source: string): readonly string[] {
  const imports = /\bfrom\s+["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/g;
  return Array.from(source.matchAll(imports), ([, from, dynamic]) => from ?? dynamic ?? "");
}

test.each(catalogue)("$name can be copied out: what it imports is in a package, or is listed with it", ({ files }) => {
  const empty = mkdtempSync(join(tmpdir(), "datastar-tsx-example-"));
  onTestFinished(() => rmSync(empty, { recursive: true }));
  for (const file of [...shared, ...files]) cpSync(join(folder, file), join(empty, file), { recursive: true });
  for (const file of files.filter((file) => /\.tsx?$/.test(file))) {
    const source = readFileSync(join(empty, file), "utf8");
    expect(source, `${file} begins with what it teaches`).toMatch(/^\/\/ \w/);
    for (const name of importsOf(source)) {
      if (name.startsWith(".")) {
        const path = join(empty, file, "..", name);
        expect([path, path.replace(/\.js$/, ".ts"), path.replace(/\.js$/, ".tsx")].some(existsSync), name).toBe(true);
      } else if (!name.startsWith("node:") || !builtinModules.includes(name.slice(5))) {
        expect(Object.keys(packages)).toContain(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0]);
      }
    }
  }
});
