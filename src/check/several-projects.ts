import type { Checker } from "./checker.js";
import type { Finding } from "./findings/finding.js";
import { joinRenames } from "./rename/rename.js";

/** Several projects as one. What they share is told once. */
export function together(checkers: readonly Checker[]): Checker {
  const [only] = checkers;
  if (only !== undefined && checkers.length === 1) return only;
  const all = (found: readonly (readonly Finding[])[]): readonly Finding[] =>
    Array.from(new Map(found.flat().map((one) => [`${one.file}:${one.start} ${one.message}`, one])).values());
  return {
    files: Array.from(new Set(checkers.flatMap(({ files }) => files))),
    declarations: Array.from(new Set(checkers.flatMap(({ declarations }) => declarations))),
    check: (changed) => all(checkers.map((checker) => checker.check(changed && ofFiles(changed, checker.files)))),
    checkNext: () => {
      const found = checkers.map((checker) => checker.checkNext());
      return found.every((those) => those === undefined)
        ? undefined
        : all(found.map((those, i) => those ?? checkers[i]?.check(new Map()) ?? []));
    },
    unchecked: () => Array.from(new Set(checkers.flatMap((checker) => checker.unchecked()))),
    hover: (file, offset) => checkers.find(({ files }) => files.includes(file))?.hover(file, offset),
    complete: (file, code, offset) =>
      checkers.find(({ files }) => files.includes(file))?.complete(file, code, offset) ?? [],
    rename: (file, offset, name) =>
      joinRenames(
        checkers.filter(({ files }) => files.includes(file)).map((checker) => checker.rename(file, offset, name)),
        (paths) => checkers.filter(({ files }) => !files.includes(file)).flatMap((checker) => checker.named(paths)),
      ),
    textOf: (file) => checkers.find(({ files }) => files.includes(file))?.textOf(file) ?? "",
    named: (paths) => checkers.flatMap((checker) => checker.named(paths)),
    close: () => checkers.forEach((checker) => checker.close()),
  };
}

function ofFiles<T>(changed: ReadonlyMap<string, T>, files: readonly string[]): ReadonlyMap<string, T> {
  return new Map(Array.from(changed).filter(([file]) => files.includes(file)));
}
