import type { Compiler } from "./compiler.js";
import { type Position, positionAt } from "./positions.js";
import type { Member, ModuleNames, NamePlace, SignalName } from "./signal-names.js";

/** A change of a module's text. */
export interface Edit {
  readonly file: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

type InModule<T> = T & { readonly module: ModuleNames };

/**
 * Renames the signal that is named at an offset: in expressions, where it is declared, and as a property of its set.
 *
 * @param compiler reads the modules as they are written
 * @param name the new name, without a `$`
 * @returns no edits where no signal is named
 * @throws Error when there is a signal of the new name: the two would be one from then on
 */
export function renameSignal(
  modules: readonly ModuleNames[],
  compiler: Compiler,
  file: string,
  offset: number,
  name: string,
): readonly Edit[] {
  const names = modules.flatMap((module) => module.names.map((one) => ({ ...one, module })));
  const declarations = names.filter(({ isDeclaration }) => isDeclaration);
  const declarationsOf = ({ module, start }: InModule<Member>): readonly InModule<SignalName>[] => {
    const found = compiler.definitions(module.file, start);
    return declarations.filter((one) => found.some(({ file, end }) => one.module.file === file && one.end === end));
  };
  const members = modules.flatMap((module) => module.members.map((one) => ({ ...one, module })));
  const isHere = (place: InModule<NamePlace>): boolean =>
    place.module.file === file && place.start <= offset && offset <= place.end;
  const path = (names.find(isHere) ?? members.filter(isHere).flatMap(declarationsOf)[0])?.path;
  if (path === undefined) return [];
  const old = path.slice(path.lastIndexOf(".") + 1);
  const renamed = path.slice(0, -old.length) + name;
  if (renamed !== path && names.some((one) => one.path === renamed))
    throw new Error(`There is a signal $${renamed} already: $${path} would be the same from then on.`);
  const places = [
    ...names.filter((one) => one.path === path),
    ...members.filter((one) => one.name === old && declarationsOf(one).some((declared) => declared.path === path)),
  ];
  return places.map(({ module: { file, code }, start, end, form }) => ({
    file,
    range: { start: positionAt(code, start), end: positionAt(code, end) },
    text: written(name, old, form),
  }));
}

function written(name: string, old: string, form: NamePlace["form"]): string {
  switch (form) {
    case "plain":
      return name;
    case "shorthand":
      return `${name}: ${old}`;
    case "key":
      return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  }
}
