import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type Checker, configOf, openProject } from "./check.js";
import { FileChanges } from "./file-changes.js";
import type { Finding } from "./finding.js";

/** What a watched project tells. */
export interface WatchReports {
  /** Gets all findings each time. */
  readonly found: (findings: readonly Finding[]) => void;
  /** Gets why the project cannot be checked at present: its settings do not parse, for example. */
  readonly failed: (error: unknown) => void;
}

/**
 * Checks a project now, and again whenever one of its files is saved.
 *
 * @param signal ends it
 * @returns when it has ended
 * @throws Error when the project cannot be opened the first time
 */
export async function watchProject(
  project: string,
  { found, failed }: WatchReports,
  signal?: AbortSignal,
): Promise<void> {
  const config = configOf(resolve(project));
  const changes = new FileChanges(
    (file) => (isModule(file) || isSettings(file) || file === config) && !file.includes("node_modules"),
    signal,
  );
  let checker: Checker | undefined;
  const open = async (): Promise<void> => {
    checker = await openProject(project);
    changes.watch([dirname(config), ...checker.files.map((file) => dirname(file))]);
    found(checker.check());
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
    if (JSON.stringify(last) !== JSON.stringify(told)) found(last);
  };
  await open();
  for (let files = await changes.next(); files !== undefined; files = await changes.next()) {
    try {
      // Which files belong to it is for TypeScript to say.
      if (checker !== undefined && files.every((file) => checker?.files.includes(file) && existsSync(file))) {
        const findings = checker.check(new Map(files.map((file) => [file, undefined])));
        found(findings);
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
  close();
}

function isModule(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file);
}

function isSettings(file: string): boolean {
  return /^tsconfig.*\.json$/.test(basename(file));
}
