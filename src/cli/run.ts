import { nearest } from "../diagnostics/nearest.js";
import { CommandError, type Surroundings } from "./command.js";
import { commands } from "./commands.js";

const width = Math.max(...Object.keys(commands).map((name) => name.length));

const help = `Usage: npx datastar-tsx <command> [options]

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  .join("\n")}

npx datastar-tsx <command> --help tells the options of a command.`;

const world: Surroundings = {
  fetch,
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
};

/**
 * Runs a command.
 *
 * @param args what stands behind `npx datastar-tsx`
 * @returns the exit code
 */
export async function run(args: readonly string[], surroundings = world): Promise<number> {
  const [name, ...rest] = args;
  const { print, complain } = surroundings;
  try {
    if (name === undefined || name === "--help" || name === "-h") {
      (name === undefined ? complain : print)(help);
      return name === undefined ? 2 : 0;
    }
    const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (entry === undefined) throw new CommandError(`${unknown(name)}\n\n${help}`, 2);
    const command = await entry.load();
    if (rest.includes("--help") || rest.includes("-h")) print(command.help);
    else await command.run(rest, surroundings);
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    complain(error.message);
    return error.exitCode;
  }
}

function unknown(name: string): string {
  const meant = nearest(name, Object.keys(commands));
  return `There is no command "${name}"${meant === undefined ? "." : `; did you mean ${meant}?`}`;
}
