import { parseArgs } from "node:util";
import { choices, type Wish, WrongUsage } from "./choices.js";

export const help = `Usage: npm create datastar-tsx [folder] -- [options]

Makes an app that runs, checks, lints, tests, and reloads while you work on it.

  --server <name>    hono, express or fastify
  --runtime <name>   node, bun, deno or workers

${choices.map(({ server, runtime, title }) => `  ${title.padEnd(28)} --server ${server} --runtime ${runtime}`).join("\n")}

What is not said is asked for in a terminal; elsewhere it is ${choices[0]?.title}.`;

export interface CommandLine extends Wish {
  readonly folder: string | undefined;
  readonly help: boolean;
}

/** @throws WrongUsage for options that do not exist, and for more than one folder */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parsed(args);
  const [folder, ...others] = positionals;
  if (others.length > 0)
    throw new WrongUsage(`One folder is made, not ${positionals.length}: ${positionals.join(" ")}.`);
  return { ...values, folder };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        server: { type: "string" },
        runtime: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new WrongUsage(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}
