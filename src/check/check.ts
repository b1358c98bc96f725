import { existsSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Checker, Hover } from "./checker.js";
import type { CompilerDiagnostic, Compiler } from "./compilers/compiler.js";
import { openProgram } from "./compilers/open-program.js";
import { referencesOf } from "./compilers/references.js";
import { elementWithId } from "./element-ids.js";
import { type Finding, findingsIn } from "./findings/finding.js";
import { inWordsOfTheProgram } from "./findings/message.js";
import { closingBrackets } from "./half-written.js";
import { type NamedAt, placesOfPaths } from "./rename/left-names.js";
import { type Rename, renameSignal } from "./rename/rename.js";
import { type ModuleNames, signalNames } from "./rename/signal-names.js";
import { together } from "./several-projects.js";
import { isChecked, isJavaScript } from "./source/checked-modules.js";
import { nameToBe, ofServer } from "./source/client-code.js";
import { isSource, SourceFiles } from "./virtual/source-files.js";
import { virtualFile } from "./virtual/virtual-file.js";

/**
 * Opens a project, so that its expressions can be checked: each becomes a function, which TypeScript checks.
 *
 * @param project the path of its `tsconfig.json`, or of the folder of one
 * @throws Error when there is none, or no TypeScript
 */
export async function openProject(project: string): Promise<Checker> {
  const config = configOf(resolve(project));
  if (!existsSync(config)) throw new Error(`${config} does not exist: -p names the tsconfig.json of a project.`);
  const checkers = await openAll(config, new Set());
  if (checkers.length === 0) throw new Error(`${config} has no files, and refers to no project that has some.`);
  return together(checkers);
}

/**
 * Opens several projects as one.
 *
 * @param configs the paths of their `tsconfig.json`
 * @param tell hears why one cannot be opened
 */
export async function openProjects(configs: Iterable<string>, tell: (error: unknown) => void): Promise<Checker> {
  let seen: ReadonlySet<string> = new Set();
  const checkers: Checker[] = [];
  for (const config of configs) {
    try {
      const seenNow = new Set(seen);
      checkers.push(...(await openAll(config, seenNow)));
      // Not if it fails, as what it refers to is closed again then.
      seen = seenNow;
    } catch (error) {
      tell(error);
    }
  }
  return together(checkers);
}

/** Opens a project; or those that it refers to, if it has no files of its own. */
async function openAll(config: string, seen: Set<string>): Promise<readonly Checker[]> {
  if (seen.has(config)) return [];
  seen.add(config);
  const checker = await ProjectChecker.open(config);
  if (checker.files.length > 0) return [checker];
  checker.close();
  const checkers: Checker[] = [];
  try {
    for (const path of referencesOf(config)) checkers.push(...(await openAll(referredFrom(config, path), seen)));
    return checkers;
  } catch (error) {
    for (const opened of checkers) opened.close();
    throw error;
  }
}

function referredFrom(config: string, path: string): string {
  const referred = isFolder(path) ? join(path, "tsconfig.json") : path;
  if (existsSync(referred)) return referred;
  throw new Error(
    `${config}: its "references" name ${path}, where there is no project: correct the path, or remove it.`,
  );
}

/** The settings in a folder, or in the nearest one around it, as for `tsc`. */
export function configOf(path: string): string {
  if (!isFolder(path)) return path;
  const config = join(path, "tsconfig.json");
  const parent = dirname(path);
  if (existsSync(config) || parent === path) return config;
  const above = configOf(parent);
  return existsSync(above) ? above : config;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

class ProjectChecker implements Checker {
  readonly files: readonly string[];
  readonly declarations: readonly string[];
  readonly #config: string;
  readonly #compiler: Compiler;
  readonly #sources: SourceFiles;
  readonly #found = new Map<string, readonly Finding[]>();
  // The files whose findings may be of yesterday.
  #outdated = new Set<string>();

  private constructor(config: string, compiler: Compiler, sources: SourceFiles) {
    this.#config = config;
    this.#compiler = compiler;
    this.#sources = sources;
    this.files = compiler.files.filter(isSource);
    this.declarations = compiler.files.filter((file) => !isSource(file) && !file.includes("/node_modules/"));
  }

  static async open(config: string): Promise<ProjectChecker> {
    const sources = new SourceFiles();
    return new ProjectChecker(config, await openProgram(config, (file) => sources.textOf(file)), sources);
  }

  check(changed?: ReadonlyMap<string, string | undefined>): readonly Finding[] {
    if (changed === undefined) for (const file of this.files) this.#checkFile(file);
    else if (changed.size > 0) {
      for (const [file, code] of changed) this.#sources.read(file, code);
      this.#compiler.update(Array.from(changed.keys()));
      this.#outdated = new Set(this.files);
      for (const file of changed.keys()) this.#checkFile(file);
    }
    return this.#findings();
  }

  checkNext(): readonly Finding[] | undefined {
    const [file] = this.#outdated;
    if (file === undefined) return undefined;
    this.#checkFile(file);
    return this.#findings();
  }

  #findings(): readonly Finding[] {
    return this.files.flatMap((file) => this.#found.get(file) ?? []);
  }

  #checkFile(file: string): void {
    this.#outdated.delete(file);
    const { code, virtual } = this.#sources.of(file);
    if (virtual === undefined || !isChecked(file, code, this.#compiler.checksJavaScript)) {
      this.#found.delete(file);
      return;
    }
    const diagnostics = this.#compiler.diagnose(file);
    const knowsUs = !diagnostics.some(isOfImport);
    if (!knowsUs && virtual.isOurs) throw new Error(cannotImport(file, this.#config));
    const hasId = (id: string): boolean => {
      const element = elementWithId(id);
      return this.files.some((path) => element.test(this.#sources.of(path).code));
    };
    this.#found.set(file, knowsUs ? findingsIn(file, code, virtual, diagnostics, hasId) : []);
  }

  unchecked(): readonly string[] {
    return this.files.filter((file) => {
      if (!isJavaScript(file)) return false;
      const { code, virtual } = this.#sources.of(file);
      const isMeant = isChecked(file, code, true);
      return virtual?.isOurs === true && isMeant && !isChecked(file, code, this.#compiler.checksJavaScript);
    });
  }

  hover(file: string, offset: number): Hover | undefined {
    const { code, virtual } = this.#sources.of(file);
    const place = virtual?.text.placeOf(offset);
    if (place === undefined) return undefined;
    const text = this.#compiler.describe(file, place.at);
    const { start, end, isVerbatim } = place.origin;
    // A name of ours stands for the whole of the source.
    if (text === undefined || /^[^:]*\b__ds\b/.test(text)) return undefined;
    const [, type] = /\b__hole\d+: \{\s*value: ([^]*);\s*\}$/.exec(text) ?? [];
    const written = type === undefined ? text : `${code.slice(start, end)}: ${type}`;
    return { text: inWordsOfTheProgram(written), ...(isVerbatim ? wordAt(code, offset) : { start, end }) };
  }

  complete(file: string, code: string, offset: number): readonly string[] {
    const known = this.#sources.of(file);
    // A name where one is missing yet: of a signal, a member, or an action, which is called.
    const word = code.slice(offset).search(/\W|$/) + offset;
    const call = /@\w*$/.test(code.slice(0, offset)) && code[word] !== "(" ? "()" : "";
    // What is being typed may lack its brackets.
    const virtual = ["", closingBrackets(code, offset)]
      .map((end) => virtualFile(file, `${code.slice(0, word)}${nameToBe}${call}${end}${code.slice(word)}`))
      .find((one) => one?.text.originOf(one.text.text.indexOf(nameToBe), 0)?.isExpression);
    if (virtual === undefined) return [];
    const at = virtual.text.text.indexOf(nameToBe);
    this.#sources.set(file, { code, virtual });
    this.#compiler.update([file]);
    try {
      const names = this.#compiler.complete(file, at);
      return names.filter(
        (name) => !name.startsWith("__") && !name.includes(nameToBe) && !Object.hasOwn(ofServer, name),
      );
    } finally {
      this.#sources.set(file, known);
      this.#compiler.update([file]);
    }
  }

  rename(file: string, offset: number, name: string): Rename {
    const sources = this.files.map((path) => [path, this.#sources.of(path)] as const);
    const modules = this.#modules();
    // As they are written, since not all that names a signal is copied into virtual files.
    const serve = (texts: ReadonlyMap<string, string>): void => {
      for (const [path, code] of texts) this.#sources.set(path, { code, virtual: undefined });
      this.#compiler.update(this.files);
    };
    try {
      return renameSignal(modules, this.#compiler, serve, file, offset, name);
    } finally {
      for (const [path, source] of sources) this.#sources.set(path, source);
      this.#compiler.update(this.files);
    }
  }

  textOf(file: string): string {
    return this.#sources.of(file).code;
  }

  named(paths: ReadonlySet<string>): readonly NamedAt[] {
    return placesOfPaths(this.#modules(), paths);
  }

  #modules(): readonly ModuleNames[] {
    return this.files.map((path) => signalNames(path, this.#sources.of(path).code));
  }

  close(): void {
    this.#compiler.close();
  }
}

function wordAt(code: string, offset: number): { readonly start: number; readonly end: number } {
  const start = offset - (/\w*$/.exec(code.slice(Math.max(0, offset - 100), offset))?.[0].length ?? 0);
  return { start, end: offset + code.slice(offset).search(/\W|$/) };
}

// Without the types of the client, everything would be right.
function isOfImport({ code, message }: CompilerDiagnostic): boolean {
  return (code === 2307 || code === 2792) && message.includes("'datastar-tsx/check/client'");
}

function cannotImport(file: string, config: string): string {
  const [path, settings] = [file, config].map((name) => relative(process.cwd(), name));
  return `${path} cannot import datastar-tsx: install it, and set "moduleResolution" to "bundler" or "nodenext" in ${settings}.`;
}
