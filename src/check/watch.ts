import { once } from "node:events";
import { existsSync, watch } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type Checker, configOf, openProject } from "./check.js";
import type { Finding } from "./finding.js";

/**
 * Checks a project now, and again whenever one of its files is saved.
 *
 * @param report gets all findings each time
 * @param signal ends it
 * @returns when it has ended
 */
export async function watchProject(
  project: string,
  report: (findings: readonly Finding[]) => void,
  signal?: AbortSignal,
): Promise<void> {
  const folder = dirname(configOf(resolve(project)));
  let checker: Checker = await openProject(project);
  report(checker.check());
  const changed = new Set<string>();
  let isReading = false;
  const read = async (): Promise<void> => {
    const files = Array.from(changed);
    changed.clear();
    const known = new Set(checker.files);
    // Which files belong to it is for TypeScript to say.
    if (files.some((file) => !known.has(file) || !existsSync(file))) {
      const reopened = await openProject(project);
      checker.close();
      checker = reopened;
      report(checker.check());
    } else {
      const found = checker.check(new Map(files.map((file) => [file, undefined])));
      report(found);
      await checkOthers(found);
    }
  };
  /** Checks the files that have not changed, as long as none does; there mostly is no news in them. */
  const checkOthers = async (told: readonly Finding[]): Promise<void> => {
    let last = told;
    for (let found = checker.checkNext(); found !== undefined; found = checker.checkNext()) {
      last = found;
      await setImmediate();
      if (changed.size > 0 || signal?.aborted === true) return;
    }
    if (JSON.stringify(last) !== JSON.stringify(told)) report(last);
  };
  const watcher = watch(folder, { recursive: true, ...(signal && { signal }) }, (_, name) => {
    if (name === null || !/\.[cm]?tsx?$|tsconfig.*\.json$/.test(name) || name.includes("node_modules")) return;
    changed.add(join(folder, name));
    if (isReading) return;
    isReading = true;
    // An editor saves in several steps.
    setTimeout(() => {
      isReading = false;
      read().catch((error: unknown) => watcher.emit("error", error));
    }, 20);
  });
  await once(watcher, "close");
  checker.close();
}
