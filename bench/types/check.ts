// How long `datastar-tsx check` takes beside tsc on the same program, and until it answers after an edit.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openProject } from "../../src/check/check.js";
import { median } from "../median.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const commands = {
  tsc: [join(root, "node_modules/typescript/bin/tsc")],
  check: [join(root, "dist/src/cli/main.js"), "check"],
} as const;

export interface CheckFigures {
  /** Medians, in seconds. */
  readonly tsc: number;
  readonly check: number;
  readonly edit: number;
}

/** Measures both in turn, so that what else the machine does meets both. */
export async function measureCheck(project: string, runs: number): Promise<CheckFigures> {
  const seconds = { tsc: [] as number[], check: [] as number[] };
  for (let run = 0; run <= runs; run++) {
    for (const name of ["tsc", "check"] as const) {
      const begin = performance.now();
      const { status, stdout } = spawnSync(process.execPath, [...commands[name], "-p", project], { encoding: "utf8" });
      if (status !== 0) throw new Error(`${name} finds mistakes in ${project}:\n${stdout.slice(0, 2000)}`);
      if (run > 0) seconds[name].push((performance.now() - begin) / 1000);
    }
  }
  return { tsc: median(seconds.tsc), check: median(seconds.check), edit: median(await measureEdits(project, runs)) };
}

async function measureEdits(project: string, runs: number): Promise<number[]> {
  const checker = await openProject(project);
  checker.check();
  const file = checker.files.find((name) => name.endsWith("items-0.tsx"));
  if (file === undefined) throw new Error(`${project} has no items-0.tsx.`);
  const code = readFileSync(file, "utf8");
  const edits = Array.from({ length: runs }, (_, i) => {
    const begin = performance.now();
    const findings = checker.check(new Map([[file, i % 2 === 0 ? code.replace("$count", "$cuont") : code]]));
    if (findings.length !== (i % 2 === 0 ? 1 : 0)) throw new Error(`An edit leaves ${findings.length} findings.`);
    return (performance.now() - begin) / 1000;
  });
  checker.close();
  return edits;
}
