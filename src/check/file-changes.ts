import { existsSync, type FSWatcher, lstatSync, readdirSync, type Stats, watch } from "node:fs";
import { basename, join, sep } from "node:path";

/**
 * What is saved in folders, as it comes. Each is watched by itself: on Linux, a recursive watcher of Node.js hears
 * no more of a file once another one was put in its place, which is how many editors save.
 */
export class FileChanges {
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #concerns: (file: string) => boolean;
  #changed = new Set<string>();
  #tell = (): void => {};
  #ended: { readonly error?: unknown } | undefined;

  /**
   * @param concerns whether a file, or a folder that is gone, is one to tell of
   * @param signal ends it
   */
  constructor(concerns: (file: string) => boolean, signal?: AbortSignal) {
    this.#concerns = concerns;
    if (signal?.aborted === true) this.close();
    signal?.addEventListener("abort", () => this.close());
  }

  /** Hears nothing any more. */
  close(): void {
    this.#end({});
  }

  /** Whether something has been saved that {@link next} has not given yet, or it has ended. */
  get hasNext(): boolean {
    return this.#changed.size > 0 || this.#ended !== undefined;
  }

  /** Watches folders, and what is in them, from now on. */
  watch(folders: Iterable<string>): void {
    for (const folder of folders) this.#watch(folder, () => {});
  }

  /**
   * Waits until something has been saved.
   *
   * @returns the paths, of folders that are gone, too; `undefined` when it has ended
   */
  async next(): Promise<readonly string[] | undefined> {
    if (!this.hasNext) await new Promise<void>((resolve) => (this.#tell = resolve));
    // An editor saves in several steps.
    if (this.#ended === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
    if (this.#ended?.error !== undefined) throw this.#ended.error;
    if (this.#ended !== undefined) return undefined;
    const files = Array.from(this.#changed);
    this.#changed = new Set();
    return files;
  }

  /** @param meet is called with the files that are there already */
  #watch(folder: string, meet: (file: string) => void): void {
    if (this.#watchers.has(folder) || this.#ended !== undefined) return;
    try {
      const watcher = watch(folder, (_, name) => {
        if (name !== null) this.#look(join(folder, name));
      });
      this.#watchers.set(folder, watcher);
      watcher.on("error", (error) => this.#lose(folder, error));
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isFile()) meet(path);
        else if (entry.isDirectory() && isOfAuthors(path)) this.#watch(path, meet);
      }
    } catch (error) {
      this.#lose(folder, error);
    }
  }

  /** Looks at what has changed: a file, or a folder that has come or gone. */
  #look(path: string): void {
    const note = (file: string): void => {
      if (this.#concerns(file)) this.#note(file);
    };
    const stats = statsOf(path);
    if (stats?.isDirectory() === true) {
      if (isOfAuthors(path)) this.#watch(path, note);
      return;
    }
    note(path);
    if (stats === undefined) this.#forget(path);
  }

  /** A folder may be gone before it is told to be, or be none of ours. */
  #lose(folder: string, error: unknown): void {
    if (!existsSync(folder)) this.#forget(folder);
    else if (isRefusal(error)) this.#leave(folder);
    else this.#end({ error });
  }

  /** Nothing is heard of what was in a folder that was moved. */
  #forget(folder: string): void {
    for (const watched of this.#watchers.keys()) {
      if (watched !== folder && !watched.startsWith(folder + sep)) continue;
      this.#leave(watched);
      if (this.#concerns(watched)) this.#note(watched);
    }
  }

  #leave(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }

  #note(path: string): void {
    this.#changed.add(path);
    this.#tell();
  }

  #end(how: { readonly error?: unknown }): void {
    this.#ended ??= how;
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#tell();
  }
}

/** Whether a folder is one in which people write; packages and what tools keep is not. */
function isOfAuthors(folder: string): boolean {
  const name = basename(folder);
  return name !== "node_modules" && !name.startsWith(".");
}

/** Whether something is not to be read by us: the data of a database that runs as somebody else, for example. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM");
}

/** @returns `undefined` for what is gone, or may not be looked at */
function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}
