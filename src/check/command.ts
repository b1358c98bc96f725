import { parseArgs } from "node:util";
import { checkPeers } from "../compile/peers.js";
import { type Format, formats } from "./format.js";

export const usage = `datastar-tsx check [-p <tsconfig.json>] [--watch] [--format tsc|json|github]

Checks the Datastar expressions of a project with its TypeScript.

  -p, --project   the tsconfig.json, or its folder (default: this one)
  -w, --watch     check again whenever a file is saved
      --format    how findings are printed (default: tsc)
`;

/**
 * Runs `datastar-tsx check`.
 *
 * @param args what follows the name of the command
 * @returns the exit code: 0 when nothing is wrong, 1 when something is
 * @throws Error when it cannot check: for unknown options, without a project, without TypeScript
 */
export async function check(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      project: { type: "string", short: "p", default: "." },
      watch: { type: "boolean", short: "w", default: false },
      format: { type: "string", default: "tsc" },
    },
  });
  const { project, watch } = values;
  const print = formatOf(values.format);
  checkPeers("datastar-tsx check", ["oxc-parser"]);
  if (watch) {
    const { watchProject } = await import("./watch.js");
    await watchProject(project, (findings) => {
      process.stdout.write(`${print(findings)}\n${summary(findings.length)} Watching for file changes.\n`);
    });
    return 0;
  }
  const { openProject } = await import("./check.js");
  const checker = await openProject(project);
  const findings = checker.check();
  checker.close();
  process.stdout.write(print(findings));
  return findings.length > 0 ? 1 : 0;
}

function formatOf(name: string): (typeof formats)[Format] {
  if (Object.hasOwn(formats, name)) return formats[name as Format];
  throw new Error(`There is no format "${name}"; there are ${Object.keys(formats).join(", ")}.`);
}

function summary(count: number): string {
  return count === 1 ? "Found 1 error." : `Found ${count} errors.`;
}
