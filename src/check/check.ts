import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { CompilerDiagnostic, Compiler } from "./compiler.js";
import { type Finding, findingsIn } from "./finding.js";
import { inWordsOfTheProgram } from "./message.js";
import { openProgram } from "./open-program.js";
import { referencesOf } from "./references.js";
import { type VirtualFile, virtualFile } from "./virtual-file.js";

/** The checker of a project's expressions. */
export interface Checker {
  /** The files of the project. */
  readonly files: readonly string[];
  /**
   * Checks all expressions.
   *
   * @param changed the files to read again, and their texts where these are not saved; all of them the first time
   */
  check(changed?: ReadonlyMap<string, string | undefined>): readonly Finding[];
  /** What an expression says at an offset, with its type and where it stands. */
  hover(file: string, offset: number): Hover | undefined;
  /**
   * The names that can be typed at an offset of an expression.
   *
   * @param code the text of the file, which need not parse
   */
  complete(file: string, code: string, offset: number): readonly string[];
  close(): void;
}

export interface Hover {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

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
  return checkers.length === 1 && checkers[0] !== undefined ? checkers[0] : together(checkers);
}

/** Opens a project; or those that it refers to, if it has no files of its own. */
async function openAll(config: string, seen: Set<string>): Promise<readonly Checker[]> {
  if (seen.has(config)) return [];
  seen.add(config);
  const checker = new ProjectChecker(config, await openProgram(config));
  if (checker.files.length > 0) return [checker];
  checker.close();
  const checkers: Checker[] = [];
  for (const path of referencesOf(config)) checkers.push(...(await openAll(configOf(path), seen)));
  return checkers;
}

/** Several projects as one. What they share is told once. */
function together(checkers: readonly Checker[]): Checker {
  return {
    files: Array.from(new Set(checkers.flatMap(({ files }) => files))),
    check: (changed) => {
      const findings = checkers.flatMap((checker) => checker.check(changed && only(changed, checker.files)));
      return Array.from(new Map(findings.map((one) => [`${one.file}:${one.start} ${one.message}`, one])).values());
    },
    hover: (file, offset) => checkers.find(({ files }) => files.includes(file))?.hover(file, offset),
    complete: (file, code, offset) =>
      checkers.find(({ files }) => files.includes(file))?.complete(file, code, offset) ?? [],
    close: () => checkers.forEach((checker) => checker.close()),
  };
}

function only<T>(changed: ReadonlyMap<string, T>, files: readonly string[]): ReadonlyMap<string, T> {
  return new Map(Array.from(changed).filter(([file]) => files.includes(file)));
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

interface Checked {
  readonly code: string;
  readonly virtual: VirtualFile | undefined;
}

class ProjectChecker implements Checker {
  readonly files: readonly string[];
  readonly #config: string;
  readonly #compiler: Compiler;
  readonly #checked = new Map<string, Checked>();

  constructor(config: string, compiler: Compiler) {
    this.#config = config;
    this.#compiler = compiler;
    this.files = compiler.files.filter((file) => /(?<!\.d)\.[cm]?tsx?$/.test(file) && !file.includes("/node_modules/"));
  }

  check(changed?: ReadonlyMap<string, string | undefined>): readonly Finding[] {
    const texts = new Map<string, string>();
    for (const file of changed?.keys() ?? this.files) {
      const code = changed?.get(file) ?? readFileSync(file, "utf8");
      const virtual = virtualFile(file, code);
      const isKnown = this.#checked.get(file)?.virtual !== undefined;
      this.#checked.set(file, { code, virtual });
      if (virtual !== undefined || isKnown || changed !== undefined) texts.set(file, virtual?.text.text ?? code);
    }
    const diagnostics = new Map<string, CompilerDiagnostic[]>();
    this.#compiler.update(texts);
    for (const diagnostic of this.#compiler.diagnose()) {
      if (isOfImport(diagnostic)) throw new Error(cannotImport(diagnostic.file, this.#config));
      const others = diagnostics.get(diagnostic.file);
      if (others === undefined) diagnostics.set(diagnostic.file, [diagnostic]);
      else others.push(diagnostic);
    }
    return Array.from(this.#checked).flatMap(([file, { code, virtual }]) =>
      virtual === undefined ? [] : findingsIn(file, code, virtual, diagnostics.get(file) ?? []),
    );
  }

  hover(file: string, offset: number): Hover | undefined {
    const { code = "", virtual } = this.#checked.get(file) ?? {};
    const place = virtual?.text.placeOf(offset);
    if (place === undefined) return undefined;
    const text = this.#compiler.describe(file, place.at);
    const { start, end, isVerbatim } = place.origin;
    if (text === undefined) return undefined;
    return { text: inWordsOfTheProgram(text), ...(isVerbatim ? wordAt(code, offset) : { start, end }) };
  }

  complete(file: string, code: string, offset: number): readonly string[] {
    const known = this.#checked.get(file);
    // A name where one is missing yet: of a signal, a member, or an action, which is called.
    const word = code.slice(offset).search(/\W|$/) + offset;
    const call = /@\w*$/.test(code.slice(0, offset)) && code[word] !== "(" ? "()" : "";
    const virtual = virtualFile(file, `${code.slice(0, word)}${placeholder}${call}${code.slice(word)}`);
    const at = virtual?.text.text.indexOf(placeholder) ?? -1;
    if (virtual === undefined || known === undefined || !virtual.text.originOf(at, at + 1)?.isExpression) return [];
    this.#compiler.update(new Map([[file, virtual.text.text]]));
    const names = this.#compiler.complete(file, at);
    this.#compiler.update(new Map([[file, known.virtual?.text.text ?? known.code]]));
    return names.filter((name) => !name.startsWith("__") && !name.includes(placeholder));
  }

  close(): void {
    this.#compiler.close();
  }
}

/** Stands for a name that is not there yet. */
const placeholder = "nameToBe";

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
