import { kebab } from "../../base/kebab.js";
import { checkSignalName } from "../../expressions/signal.js";
import { reserved } from "../../expressions/signals.js";
import type { Compiler } from "../compilers/compiler.js";
import { type Position, positionAt } from "../source/positions.js";
import { readPath } from "./attribute-names.js";
import { type NamedAt, leftNames } from "./left-names.js";
import type { KeyPart, NamePlace } from "./name-places.js";
import { ProbedText } from "./probed-text.js";
import type { ModuleNames } from "./signal-names.js";
import { lastOf, nameUnder, placesOfSignal } from "./signal-places.js";

/** A change of a module's text. */
export interface Edit {
  readonly file: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** What gives a signal another name. */
export interface Rename {
  /** The paths of the signals that have another name then. */
  readonly paths: ReadonlySet<string>;
  readonly edits: readonly Edit[];
  /** What may name it as well, and stays as it is. */
  readonly left: readonly NamedAt[];
}

const noRename: Rename = { paths: new Set(), edits: [], left: [] };

/**
 * Joins what several projects make of one rename.
 *
 * @param namedElsewhere where the others name signals: what they have to do with them, nobody knows
 */
export function joinRenames(
  renames: readonly Rename[],
  namedElsewhere: (paths: ReadonlySet<string>) => readonly NamedAt[],
): Rename {
  const paths = new Set(renames.flatMap(({ paths }) => Array.from(paths)));
  const edits = distinct(renames.flatMap(({ edits }) => edits));
  const others = namedElsewhere(paths).filter(({ file }) => !edits.some((edit) => edit.file === file));
  return { paths, edits, left: distinct([...renames.flatMap(({ left }) => left), ...others]) };
}

function distinct<T>(all: readonly T[]): readonly T[] {
  return Array.from(new Map(all.map((one) => [JSON.stringify(one), one])).values());
}

/**
 * Renames the signal that is named at an offset: in expressions, where it is declared, and as a property.
 *
 * @param serve makes the compiler read other texts of the modules
 * @param name the new name, without a `$`
 * @returns no edits where no signal is named
 * @throws Error when it cannot have that name
 */
export function renameSignal(
  modules: readonly ModuleNames[],
  compiler: Compiler,
  serve: (texts: ReadonlyMap<string, string>) => void,
  file: string,
  offset: number,
  name: string,
): Rename {
  const here = modules.find((module) => module.file === file);
  const under = here && nameUnder(here, offset);
  if (here === undefined || under === undefined) return noRename;
  const names = modules.flatMap((module) => module.names);
  const old = under.name;
  const paths = new Set([
    ...names.map(({ path }) => path).filter((path) => lastOf(path) === old),
    ...chainAt(here, offset),
  ]);
  const probed = modules.map((module) => ({ module, probed: new ProbedText(module, old, Array.from(paths)) }));
  serve(new Map(probed.map(({ module, probed }) => [module.file, probed.text])));
  const found = placesOfSignal(probed, compiler, file, offset);
  if (found.paths.size === 0) return noRename;
  for (const path of found.paths) mustBeFree(path, path.slice(0, -old.length) + name, names);
  const [elsewhere] = found.elsewhere;
  if (elsewhere !== undefined)
    throw new Error(`${elsewhere} has the name ${old} as well, and is not of this project: it stays ${old} there.`);
  const edits: Edit[] = [];
  const left: NamedAt[] = [];
  for (const one of probed) {
    const places = found.places.get(one.module) ?? [];
    left.push(...leftNames(one, compiler, found.paths, places));
    for (const place of places) {
      const text = written(name, old, place.form);
      const range = rangeOf(one.module, place);
      if (text === undefined) left.push({ file: one.module.file, start: range.start });
      else edits.push({ file: one.module.file, range, text });
    }
  }
  return { paths: found.paths, edits, left };
}

/** The paths that a chain of members may be: of `page.cart.count` all of its ends. */
function chainAt({ code }: ModuleNames, offset: number): readonly string[] {
  const end = offset + code.slice(offset).search(/\W|$/);
  const names = (/[\w$]+(?:[?!]?\.[\w$]+)*$/.exec(code.slice(Math.max(0, end - 500), end))?.[0] ?? "").split(/[?!]?\./);
  return names.map((_, i) => names.slice(i).join("."));
}

/** @throws Error when no signal can have a path, or one has it already: the two would be one from then on */
function mustBeFree(old: string, renamed: string, names: ModuleNames["names"]): void {
  const name = lastOf(renamed);
  checkSignalName(name, name);
  if (name === renamed && reserved.has(name))
    throw new Error(`signals() has a member named "${name}" itself: nest the signal in an object.`);
  if (renamed !== old && names.some(({ path }) => path === renamed))
    throw new Error(`There is a signal $${renamed} already: $${old} would be the same from then on.`);
  if (!names.some(({ path, declares }) => path === old && declares !== "nothing") && old.includes("."))
    throw new Error(`$${old} is declared nowhere in this project: what it is called, something else says.`);
}

function rangeOf({ code }: ModuleNames, { start, end }: NamePlace): Edit["range"] {
  return { start: positionAt(code, start), end: positionAt(code, end) };
}

/** What stands at a place from then on; `undefined` where it cannot be written. */
function written(name: string, old: string, form: NamePlace["form"]): string | undefined {
  if (form === "plain") return name;
  if (form === "shorthand") return `${name}: ${old}`;
  // As it is written there: some write capitals, and others the hyphens of HTML.
  const spellings = /[A-Z]/.test(partOf(form)) ? [name, kebab(name)] : [kebab(name), name];
  return spellings.find((spelling) => lastOf(pathWith(form, spelling)) === name);
}

function partOf({ attribute: { key = "" }, index }: KeyPart): string {
  return key.split(".")[index] ?? "";
}

/** The path up to the part of a key, if that was spelled otherwise. */
function pathWith({ attribute, index }: KeyPart, spelling: string): string {
  const parts = attribute.key?.split(".") ?? [];
  const key = [...parts.slice(0, index), spelling].join(".");
  return readPath({ ...attribute, key }) ?? "";
}
