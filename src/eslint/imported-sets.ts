import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Imported } from "../diagnostics/program/scopes.js";
import type { IsImportedSet } from "../diagnostics/program/signal-references.js";

/** What a module exports that are sets of signals: its names for them, and where else to look. */
interface Exports {
  readonly sets: ReadonlySet<string>;
  /** What it exports from other modules: by the name here, the module and the name there. */
  readonly others: ReadonlyMap<string, readonly [module: string, name: string]>;
  /** Modules that it exports all of. */
  readonly all: readonly string[];
}

/**
 * Tells which imports of a file are sets of signals. Only relative imports are followed.
 *
 * @param file the path of the file
 */
export function importedSets(file: string | undefined): IsImportedSet {
  if (file === undefined) return () => false;
  const known = new Map<string, boolean>();
  return ({ module, name }) => {
    const key = `${module}\n${name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const isSet = exportsSet(module, name, file, new Set());
    known.set(key, isSet);
    return isSet;
  };
}

/**
 * Tells what an import of a file is of our package's, where a module of the project exports it under a name of its own.
 * Only relative imports are followed.
 */
export function originIn(file: string | undefined): (imported: Imported) => Imported {
  return (imported) => {
    const { module, name } = imported;
    const ours = file === undefined || !module.startsWith(".") ? undefined : ourExport(module, name, file, new Set());
    return ours === undefined ? imported : { module: packageName, name: ours };
  };
}

/** The name in our package of what a module exports, if it is ours. */
function ourExport(module: string, name: string, from: string, seen: Set<string>): string | undefined {
  if (module === packageName) return name;
  const path = module.startsWith(".") ? find(resolve(dirname(from), module)) : undefined;
  if (path === undefined || seen.has(`${path}\n${name}`)) return undefined;
  seen.add(`${path}\n${name}`);
  const { others } = read(path);
  const other = others.get(name);
  return other === undefined ? undefined : ourExport(...other, path, seen);
}

/** @param seen what has been looked at: modules can export each other */
function exportsSet(module: string, name: string, from: string, seen: Set<string>): boolean {
  const path = module.startsWith(".") ? find(resolve(dirname(from), module)) : undefined;
  if (path === undefined || seen.has(`${path}\n${name}`)) return false;
  seen.add(`${path}\n${name}`);
  const { sets, others, all } = read(path);
  if (sets.has(name)) return true;
  const other = others.get(name);
  if (other !== undefined) return exportsSet(...other, path, seen);
  return name !== "default" && all.some((module) => exportsSet(module, name, path, seen));
}

const packageName = "datastar-tsx";

const extensions = [".ts", ".tsx", ".mts", ".js", ".jsx", ".mjs"];

// Most files of a program have nothing to do with us, and import many others: none is searched for twice.
const files = new Map<string, string>();

/** The file that a path without its extension, or with that of the compiled file, means. */
function find(path: string): string | undefined {
  const before = files.get(path);
  if (before !== undefined) return before;
  const bare = path.replace(/\.[cm]?jsx?$/, "");
  const names = [path, ...extensions.map((extension) => bare + extension)];
  const found = [...names, ...extensions.map((extension) => `${path}/index${extension}`)].find(
    (name) => statSync(name, { throwIfNoEntry: false })?.isFile() === true,
  );
  if (found !== undefined) files.set(path, found);
  return found;
}

const modules = new Map<string, { readonly time: number; readonly exports: Exports }>();
const nothing: Exports = { sets: new Set(), others: new Map(), all: [] };

/** What a file exports; it is read again when it has changed. */
function read(path: string): Exports {
  try {
    const time = statSync(path).mtimeMs;
    const before = modules.get(path);
    if (before?.time === time) return before.exports;
    const exports = scan(readFileSync(path, "utf8"));
    modules.set(path, { time, exports });
    return exports;
  } catch {
    return nothing;
  }
}

const skipped = /\/\/.*|\/\*[^]*?\*\/|`(?:\\[^]|[^`\\])*`|(?<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')/g;

/** Finds the exports in the source of a module. It need not be parsed for that: sets are declared in one way. */
function scan(source: string): Exports {
  if (!/\bsignals\b|\bfrom\b/.test(source)) return nothing;
  // What stands in comments and templates is no code; names of modules are needed.
  const code = source.replace(skipped, (_, text: string | undefined) => text ?? " ");
  const declare = declarers(code);
  const call = `(?:${declare.join("|")})\\s*(?:<[^(]*>)?\\s*\\(`;
  const local = new Set<string>();
  const sets = new Set<string>();
  if (declare.length > 0) {
    const declaration = new RegExp(
      `(?<exported>export\\s+)?(?:const|let|var)\\s+(?<name>[\\w$]+)\\s*(?::[^=;]*)?=\\s*${call}`,
      "g",
    );
    for (const { groups: { name = "", exported } = {} } of code.matchAll(declaration)) {
      local.add(name);
      if (exported !== undefined) sets.add(name);
    }
    if (new RegExp(`export\\s+default\\s+${call}`).test(code)) sets.add("default");
  }
  const [, main = ""] = /export\s+default\s+([\w$]+)\s*;?\s*$/m.exec(code) ?? [];
  if (local.has(main)) sets.add("default");
  const others = new Map<string, readonly [string, string]>();
  for (const { groups: { list = "", from } = {} } of code.matchAll(
    /export\s*\{(?<list>[^}]*)\}(?:\s*from\s*["'](?<from>[^"']+)["'])?/g,
  )) {
    for (const [name, as] of namesIn(list)) {
      if (from !== undefined) others.set(as, [from, name]);
      else if (local.has(name)) sets.add(as);
    }
  }
  const imported = importsIn(code);
  for (const { groups: { list = "" } = {} } of code.matchAll(/export\s*\{(?<list>[^}]*)\}(?!\s*from)/g)) {
    for (const [name, as] of namesIn(list)) {
      const origin = imported.get(name);
      if (origin !== undefined) others.set(as, origin);
    }
  }
  const all = Array.from(code.matchAll(/export\s*\*\s*from\s*["']([^"']+)["']/g), ([, module = ""]) => module);
  return { sets, others, all };
}

/** The names under which a module has our `signals`. */
function declarers(code: string): string[] {
  return Array.from(importsIn(code)).flatMap(([local, [module, name]]) =>
    module === packageName && name === "signals" ? [local.replaceAll("$", "\\$")] : [],
  );
}

function importsIn(code: string): ReadonlyMap<string, readonly [module: string, name: string]> {
  const imports = code.matchAll(/import\s*(?:[\w$]+\s*,\s*)?\{(?<list>[^}]*)\}\s*from\s*["'](?<from>[^"']+)["']/g);
  return new Map(
    Array.from(imports).flatMap(({ groups: { list = "", from = "" } = {} }) =>
      namesIn(list).map(([name, as]) => [as, [from, name]] as const),
    ),
  );
}

/** The names in the braces of an import or export, each with what it is renamed to. */
function namesIn(list: string): readonly (readonly [name: string, as: string])[] {
  return list.split(",").flatMap((item) => {
    const [, name, as = name] = /^\s*(?:type\s+)?([\w$]+)(?:\s+as\s+([\w$]+))?\s*$/.exec(item) ?? [];
    return name === undefined || as === undefined ? [] : [[name, as] as const];
  });
}
