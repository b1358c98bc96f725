import { choicesFor, WrongUsage } from "./choices.js";
import { help, readCommandLine } from "./command-line.js";
import { makeApp } from "./make-app.js";
import { packageManagerFor } from "./package-manager.js";
import type { Questions } from "./questions.js";

/** What the program has around it. */
export interface Surroundings {
  print(text: string): void;
  complain(text: string): void;
  /** `npm_config_user_agent` */
  readonly userAgent: string | undefined;
  /** `undefined` where nobody can be asked. */
  readonly questions: Questions | undefined;
}

/** Runs the program. @returns its exit code */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    await create(args, surroundings);
    return 0;
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    surroundings.complain(error.message);
    return 2;
  }
}

async function create(args: readonly string[], { print, userAgent, questions }: Surroundings): Promise<void> {
  const line = readCommandLine(args);
  if (line.help) return print(help);

  // What is wrong with the options is said before anybody is asked.
  const among = choicesFor(line);
  const folder = line.folder ?? (await questions?.folder());
  if (folder === undefined) throw new WrongUsage("Say which folder to make: npm create datastar-tsx my-app");
  const choice = (await questions?.choice(among)) ?? among[0];

  const manager = packageManagerFor(choice, userAgent);
  await makeApp(folder, choice, manager);
  print(`
${folder} is an app with ${choice.title}. To see it at http://localhost:3000/:

${folder === "." ? "" : `  cd ${quoted(folder)}\n`}  ${manager.install}
  ${manager.run} dev
`);
}

/** As a shell takes it. */
function quoted(folder: string): string {
  return /^[\w./\\:@-]+$/.test(folder) ? folder : `"${folder}"`;
}
