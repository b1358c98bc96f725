import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { configOf, openProjects } from "../check.js";
import type { Checker } from "../checker.js";

/** The projects of the folders that an editor has open, and of the files in it. */
export class Workspace {
  /** The folders. */
  roots: readonly string[] = [];
  readonly #tell: (error: unknown) => void;
  #checker: Checker | undefined;
  // Files that belong to no project; until they are saved, that stays so.
  #foreign: ReadonlySet<string> = new Set();

  /** @param tell hears why a project cannot be opened */
  constructor(tell: (error: unknown) => void) {
    this.#tell = tell;
  }

  /** Opens the projects once more when somebody asks next: there are other files, or settings. */
  forget(): void {
    this.#checker?.close();
    this.#checker = undefined;
    this.#foreign = new Set();
  }

  /** Looks again for the projects of files that belonged to none. */
  forgetForeign(): void {
    if (this.#foreign.size > 0) this.forget();
  }

  /** The checker of the projects as they are open; `undefined` when they are to be opened again for a file. */
  checkerFor(files: Iterable<string>): Checker | undefined {
    const known = this.#checker?.files;
    const isKnown = Array.from(files).every(
      (file) => known?.includes(file) === true || this.#foreign.has(file) || isOfPackage(file),
    );
    return isKnown ? this.#checker : undefined;
  }

  /**
   * Opens the projects.
   *
   * @param files those that the editor has open, each of which may have one of its own
   */
  async open(files: readonly string[]): Promise<Checker> {
    this.forget();
    const configs = new Set(this.roots.map(configOf).filter((config) => existsSync(config)));
    for (;;) {
      const checker = await openProjects(configs, this.#tell);
      const foreign = files.filter((file) => !checker.files.includes(file));
      const others = foreign
        .filter((file) => !isOfPackage(file))
        .map((file) => configOf(existingFolder(file)))
        .filter((config) => existsSync(config));
      const unopened = others.filter((config) => !configs.has(config));
      if (unopened.length === 0) {
        this.#foreign = new Set(foreign);
        this.#checker = checker;
        return checker;
      }
      checker.close();
      for (const config of unopened) configs.add(config);
    }
  }
}

/** The folder of a file, or the nearest one around it that is there. */
function existingFolder(file: string): string {
  const folder = dirname(file);
  return existsSync(folder) || folder === file ? folder : existingFolder(folder);
}

/** Whether a file is of a package, whose settings may need what is not installed here. */
function isOfPackage(file: string): boolean {
  return file.includes("/node_modules/");
}
