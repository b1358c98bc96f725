import { parseArgs } from "node:util";
import { type Format, formats } from "../check/findings/format.js";
import { checkPeers } from "../compile/peers.js";
import { type Command, CommandError, reasonOf } from "./command.js";

export const check: Command = {
  help: `Usage: npx datastar-tsx check [options]

Checks the Datastar expressions of a project with the TypeScript that it has installed.

  -p, --project <path>           the tsconfig.json, or its folder (default: this folder)
  -w, --watch                    checks again whenever a file is saved
      --format tsc|json|github   how findings are printed (default: tsc)`,

  async run(args, { print, complain }) {
    const { project, watch, format } = optionsOf(args);
    const show = formatOf(format);
    try {
      checkPeers("datastar-tsx check", ["oxc-parser"]);
      if (watch) {
        const { watchProject } = await import("../check/watch.js");
        await watchProject(project, {
          found: (findings, { length }) =>
            print(`${show(findings)}${notChecked(length)}${count(findings.length)} Watching for file changes.\n`),
          failed: (error) => complain(`${reasonOf(error)}\nWatching for file changes.\n`),
        });
        return;
      }
      const { openProject } = await import("../check/check.js");
      const checker = await withFewCollections(() => openProject(project));
      const findings = checker.check();
      const { length: unchecked } = checker.unchecked();
      checker.close();
      const left = notChecked(unchecked).trimEnd();
      if (left !== "") complain(left);
      const shown = show(findings).trimEnd();
      if (shown !== "") print(shown);
      if (findings.length > 0) throw new CommandError(count(findings.length));
    } catch (error) {
      throw error instanceof CommandError ? error : new CommandError(reasonOf(error), 2);
    }
  },
};

function notChecked(count: number): string {
  if (count === 0) return "";
  const modules = count === 1 ? "1 module" : `${count} modules`;
  return `Not checked: ${modules} of JavaScript with expressions, which tsc does not check either. Set "checkJs", or write // @ts-check.\n`;
}

/** The compiler of TypeScript 7 is a program in Go, which is gone before its garbage has to be. */
async function withFewCollections<T>(start: () => Promise<T>): Promise<T> {
  const { GOGC } = process.env;
  process.env["GOGC"] = GOGC ?? "400";
  try {
    return await start();
  } finally {
    if (GOGC === undefined) delete process.env["GOGC"];
  }
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        project: { type: "string", short: "p", default: "." },
        watch: { type: "boolean", short: "w", default: false },
        format: { type: "string", default: "tsc" },
      },
    }).values;
  } catch (error) {
    throw new CommandError(`${reasonOf(error)}\n\n${check.help}`, 2);
  }
}

function formatOf(name: string): (typeof formats)[Format] {
  if (Object.hasOwn(formats, name)) return formats[name as Format];
  throw new CommandError(`There is no format "${name}"; there are ${Object.keys(formats).join(", ")}.`, 2);
}

function count(errors: number): string {
  return errors === 1 ? "Found 1 error." : `Found ${errors} errors.`;
}
