import type { Compiler } from "../compilers/compiler.js";
import { type Position, positionAt } from "../source/positions.js";
import type { NamePlace } from "./name-places.js";
import type { ModuleNames } from "./signal-names.js";
import { isUnknown, lastOf, type ProbedModule } from "./signal-places.js";

/** A place that names a signal, or may. */
export interface NamedAt {
  readonly file: string;
  readonly start: Position;
}

/**
 * What may name a signal as well, and nobody knows: text that is put together at run time, properties of what has no
 * type, filters that match more than one signal, and modules that do not parse.
 *
 * @param places those in the module that are known
 */
export function leftNames(
  one: ProbedModule,
  compiler: Compiler,
  paths: ReadonlySet<string>,
  places: readonly NamePlace[],
): readonly NamedAt[] {
  const { module } = one;
  const { file, code, isParsed } = module;
  if (!isParsed) return Array.from(paths).some((path) => code.includes(lastOf(path))) ? [{ file, start: origin }] : [];
  const names = new Set(Array.from(paths, lastOf));
  const isLeft = (start: number, end: number): boolean => !places.some((one) => start <= one.start && one.end <= end);
  const starts = [
    ...module.texts
      // Of names of properties TypeScript is asked.
      .filter(({ start }) => !module.properties.some((property) => property.start === start + 1))
      .filter(
        ({ start, end, isOfSignals }) => mayName(code.slice(start, end), paths, isOfSignals) && isLeft(start, end),
      )
      .map(({ start }) => start),
    ...module.properties
      .filter((property) => names.has(property.name) && isLeft(property.start, property.end))
      .filter((property) => isUnknown(property, one, compiler))
      .map(({ start }) => start),
  ];
  return starts.toSorted((a, b) => a - b).map((start) => ({ file, start: positionAt(code, start) }));
}

/** Where modules name signals, by their paths. */
export function placesOfPaths(modules: readonly ModuleNames[], paths: ReadonlySet<string>): readonly NamedAt[] {
  return modules.flatMap(({ file, code, names }) =>
    names.filter(({ path }) => paths.has(path)).map(({ start }) => ({ file, start: positionAt(code, start) })),
  );
}

const origin: Position = { line: 0, character: 0 };

/** Whether text has `$path` in it or is the path, or is about signals and has the last name in it. */
function mayName(text: string, paths: ReadonlySet<string>, isOfSignals: boolean): boolean {
  const words: readonly string[] = text.match(isOfSignals ? /\w+/g : /[\w$.-]+/g) ?? [];
  return Array.from(paths).some((path) =>
    isOfSignals
      ? words.includes(lastOf(path))
      : words.some((word) => word === `$${path}` || word.startsWith(`$${path}.`)) || text.slice(1, -1) === path,
  );
}
