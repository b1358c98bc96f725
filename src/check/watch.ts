import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { configOf, openProject } from "./check.js";
import type { Checker } from "./checker.js";
import { FileChanges } from "./file-changes.js";
import { isOfProject, isSettings, type KnownFiles } from "./files-of-project.js";
import type { Finding } from "./findings/finding.js";

/** What a watched project tells. */
export interface WatchReports {
  /**
   * Gets all findings each time.
   *
   * @param unchecked the modules that are not checked, as `Checker` tells them
   */
  readonly found: (findings: readonly Finding[], unchecked: readonly string[]) => void;
  /** Gets why the project cannot be checked at present: its settings do not parse, for example. */
  readonly failed: (error: unknown) => void;
}

/**
 * Checks a project now, and again whenever one of its files is saved.
 *
 * @param signal ends it
 * @returns when it has ended
 * @throws Error when the project cannot be checked the first time
 */
export async function watchProject(
  project: string,
  { found, failed }: WatchReports,
  signal?: AbortSignal,
): Promise<void> {
  const config = configOf(resolve(project));
  let checker: Checker | undefined;
  // As it was opened last.
  let known: KnownFiles = { files: [], declarations: [] };
  const changes = new FileChanges((path) => isOfProject(path, known) || isSettings(path) || path === config, signal);
  const open = async (): Promise<void> => {
    checker = await openProject(project);
    known = checker;
    changes.watch([dirname(config), ...checker.files.map((file) => dirname(file))]);
    found(checker.check(), checker.unchecked());
  };
  const close = (): void => {
    checker?.close();
    checker = undefined;
  };
  /** Checks the files that have not changed, as long as none does; there mostly is no news in them. */
  const checkOthers = async (opened: Checker, told: readonly Finding[]): Promise<void> => {
    let last = told;
    for (let next = opened.checkNext(); next !== undefined; next = opened.checkNext()) {
      last = next;
      await setImmediate();
      if (changes.hasNext) return;
    }
    if (JSON.stringify(last) !== JSON.stringify(told)) found(last, opened.unchecked());
  };
  try {
    await open();
    for (let files = await changes.next(); files !== undefined; files = await changes.next()) {
      try {
        // Which files belong to it is for TypeScript to say.
        if (checker !== undefined && files.every((file) => checker?.files.includes(file) && existsSync(file))) {
          const findings = checker.check(new Map(files.map((file) => [file, undefined])));
          found(findings, checker.unchecked());
          await checkOthers(checker, findings);
        } else {
          close();
          await open();
        }
      } catch (error) {
        close();
        failed(error);
      }
    }
  } finally {
    // Watchers and compilers that are left would keep the process alive.
    changes.close();
    close();
  }
}
