import type { Compiler } from "../compilers/compiler.js";
import type { NamePlace, SignalName } from "./name-places.js";
import type { Probe, ProbedText } from "./probed-text.js";
import type { ModuleNames, Property } from "./signal-names.js";

/** A module with what TypeScript is asked about it. */
export interface ProbedModule {
  readonly module: ModuleNames;
  readonly probed: ProbedText;
}

/** Where a name of a signal stands. */
export interface SignalPlaces {
  /** The paths of the signals that are named there: of several, where a type is that of several. */
  readonly paths: ReadonlySet<string>;
  readonly places: ReadonlyMap<ModuleNames, readonly NamePlace[]>;
  /** The files that name it and are not of the project. */
  readonly elsewhere: ReadonlySet<string>;
}

/**
 * Finds all that names the same signal: what has its path, and what TypeScript says is the same property. Each may
 * lead to more of the other.
 *
 * @param compiler reads the texts of the modules
 */
export function placesOfSignal(
  modules: readonly ProbedModule[],
  compiler: Compiler,
  file: string,
  offset: number,
): SignalPlaces {
  const byFile = new Map(modules.map((one) => [one.module.file, one]));
  const paths = new Set<string>();
  const found = new Map<ModuleNames, Map<number, NamePlace>>();
  const elsewhere = new Set<string>();
  const asked = new Set<string>();
  const add = (module: ModuleNames, place: NamePlace): void => {
    const places = found.get(module) ?? new Map<number, NamePlace>();
    found.set(module, places.set(place.start, place));
  };
  const addPath = (path: string): void => {
    if (paths.has(path)) return;
    paths.add(path);
    for (const { module, probed } of modules) {
      for (const one of module.names) {
        if (one.path !== path) continue;
        add(module, one);
        if (one.declares === "property") ask(module.file, probed.offsetOf(one.start));
      }
      for (const probe of probed.probes) if (probe.path === path) ask(module.file, probe.start);
    }
  };
  const addProbe = (module: ModuleNames, { path, place }: Probe): void => {
    if (place !== undefined) add(module, place);
    if (path !== undefined) addPath(path);
  };
  /** @param at an offset of a text that the compiler reads */
  const ask = (file: string, at: number): void => {
    if (asked.has(`${file}:${at}`)) return;
    asked.add(`${file}:${at}`);
    for (const reference of compiler.references(file, at)) {
      asked.add(`${reference.file}:${reference.start}`);
      const known = byFile.get(reference.file);
      if (known === undefined) elsewhere.add(reference.file);
      else addReference(known, reference.start);
    }
  };
  const addReference = ({ module, probed }: ProbedModule, start: number): void => {
    const there = probed.at(start);
    if (typeof there === "object") addProbe(module, there);
    if (typeof there !== "number") return;
    const property = module.properties.find((one) => one.start === there);
    add(module, property ?? { start: there, end: there + nameAt(module.code, there).length, form: "plain" });
    for (const one of module.names) if (one.start === there && one.declares === "property") addPath(one.path);
  };
  const here = byFile.get(file);
  if (here !== undefined) {
    const { module, probed } = here;
    const name = module.names.find((one) => isAt(one, offset));
    const probe = probed.probes.find(({ place }) => place !== undefined && isAt(place, offset));
    const property = module.properties.find((one) => isAt(one, offset));
    if (name !== undefined) addPath(name.path);
    else if (probe !== undefined) ask(file, probe.start);
    else if (property !== undefined) ask(file, probed.offsetOf(property.start));
  }
  const sorted = (of: ReadonlyMap<number, NamePlace>) => Array.from(of.values()).toSorted((a, b) => a.start - b.start);
  return { paths, places: new Map(Array.from(found, ([module, of]) => [module, sorted(of)])), elsewhere };
}

/** The name that stands at an offset of a module: of a signal, or of what may be one. */
export function nameUnder(
  { names, holes, picks, properties }: ModuleNames,
  offset: number,
): { readonly name: string; readonly path: string | undefined } | undefined {
  const signal = names.find((one) => isAt(one, offset));
  if (signal !== undefined) return { name: lastOf(signal.path), path: signal.path };
  const members = holes.flatMap(({ members }) => members);
  const other = [...members, ...picks, ...properties].find((one) => isAt(one, offset));
  return other && { name: other.name, path: undefined };
}

/** The last name of a path. */
export function lastOf(path: SignalName["path"]): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

function isAt({ start, end }: NamePlace, offset: number): boolean {
  return start <= offset && offset <= end;
}

function nameAt(code: string, offset: number): string {
  return /^[\w$-]*/.exec(code.slice(offset, offset + 200))?.[0] ?? "";
}

/** Whether TypeScript does not know which property it is. */
export function isUnknown({ isRead, start }: Property, { module, probed }: ProbedModule, compiler: Compiler): boolean {
  return isRead && !compiler.isKnown(module.file, probed.offsetOf(start));
}
