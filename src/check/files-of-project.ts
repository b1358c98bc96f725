import { basename, dirname } from "node:path";
import type { Checker } from "./checker.js";
import { isJavaScript } from "./source/checked-modules.js";

/** The files of a project as it was opened. */
export type KnownFiles = Pick<Checker, "files" | "declarations">;

/** Whether a file can be of a project, or a folder had some of it; what is compiled mostly is not. */
export function isOfProject(path: string, { files, declarations }: KnownFiles): boolean {
  if (path.includes("/node_modules/")) return false;
  if (isJavaScript(path)) return files.some(isJavaScript);
  const all = [...files, ...declarations];
  if (!/\.[cm]?tsx?$/.test(path)) return all.some((file) => file.startsWith(`${path}/`));
  const [, module] = /^(.*)\.d\.[cm]?ts$/.exec(path) ?? [];
  if (module === undefined || declarations.includes(path)) return true;
  // What tsc writes has folders of its own, or stands beside what it is made of.
  const isBeside = all.some((file) => dirname(file) === dirname(path));
  return isBeside && !files.some((file) => file.replace(/\.[^.]*$/, "") === module);
}

/** Whether a file is settings of TypeScript. */
export function isSettings(file: string): boolean {
  return /^tsconfig.*\.json$/.test(basename(file)) && !file.includes("/node_modules/");
}

/**
 * Whether a program that was opened is another one because of a file that is not one of its modules, or comes or
 * goes.
 *
 * @param known `undefined` where none is open
 */
export function isForProgram(file: string, isNewOrGone: boolean, known: KnownFiles | undefined): boolean {
  if (known === undefined || isSettings(file) || known.declarations.includes(file)) return true;
  return isNewOrGone && isOfProject(file, known);
}
