import { cp, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Choice, WrongUsage } from "./choices.js";
import { type Json, merged } from "./merged.js";
import type { PackageManager } from "./package-manager.js";

const template = fileURLToPath(new URL("../template/", import.meta.url));

/** Files that several layers have a part of. */
const inParts = ["package.json", "tsconfig.json"];

/** Files in which `{{name}}` and the like are to be filled in. */
const withHoles = ["package.json", "README.md", "wrangler.jsonc"];

/**
 * Writes an app.
 *
 * @throws WrongUsage for a folder that is in use
 */
export async function makeApp(folder: string, { layers, title }: Choice, { run }: PackageManager): Promise<void> {
  await checkEmpty(folder);
  await mkdir(folder, { recursive: true });
  for (const layer of layers) await cp(join(template, layer), folder, { recursive: true });
  for (const file of inParts) await putTogether(folder, file, layers);
  const values = { name: packageName(folder), title, run };
  for (const file of withHoles) await change(join(folder, file), (text) => filled(text, values));
  // npm would not publish `.gitignore`, and tools take what begins with a dot for settings of this repository.
  for (const file of await readdir(folder))
    if (file.startsWith("_")) await rename(join(folder, file), join(folder, file.replace("_", ".")));
}

/** What a folder may have in it: that of a repository which has just been made, and what systems leave. */
const ignored = [".git", ".DS_Store"];

async function checkEmpty(folder: string): Promise<void> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new WrongUsage(error.code === "ENOTDIR" ? `${folder} is a file.` : `${folder}: ${error.message}`);
  });
  const inTheWay = files.filter((file) => !ignored.includes(file));
  if (inTheWay.length === 0) return;
  const some = inTheWay.slice(0, 3).join(", ") + (inTheWay.length > 3 ? ", …" : "");
  throw new WrongUsage(`${folder} is not empty: ${some}. Nothing was written; name another folder.`);
}

async function putTogether(folder: string, file: string, layers: readonly string[]): Promise<void> {
  const parts: Json[] = [];
  for (const layer of layers) {
    const text = await textOf(join(template, layer, file));
    if (text !== undefined) parts.push(JSON.parse(text));
  }
  await change(join(folder, file), () => `${JSON.stringify(parts.reduce(merged), inOrder, 2)}\n`);
}

/** Lists of packages are sorted as package managers sort them, whatever layer a package came from. */
function inOrder(key: string, value: Json): Json {
  if (!/dependencies$/i.test(key) || value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function filled(text: string, values: { readonly [name: string]: string }): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (hole, name: string) => values[name] ?? hole);
}

/** Writes a file anew, if it is there. */
async function change(file: string, to: (text: string) => string): Promise<void> {
  const text = await textOf(file);
  if (text !== undefined) await writeFile(file, to(text));
}

async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

/** A name that npm takes, from the name of the folder. */
function packageName(folder: string): string {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, "-")
    .replaceAll(/^[._-]+|[._-]+$/g, "");
  return name === "" ? "app" : name;
}
