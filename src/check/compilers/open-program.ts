import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { classicCompiler } from "./classic-compiler.js";
import type { Compiler, ReadText } from "./compiler.js";
import { nativeCompiler } from "./native-compiler.js";

/**
 * Opens a program with the TypeScript that its project has installed: 5.9 and 6 in this process, 7 in one of its own.
 *
 * @param config the path of a `tsconfig.json`
 * @param read gives the texts that the compiler reads
 * @throws Error when there is none, or one that this runtime cannot talk to
 */
export async function openProgram(config: string, read: ReadText): Promise<Compiler> {
  const require = createRequire(config);
  const manifest = findManifest(require, config);
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  if (Number.parseInt(version, 10) < 7) return classicCompiler(require, config, read);
  // Its process is asked over pipes that are read and written without a pause, which Node.js alone can do.
  const [runtime, install] = runtimes.find(([name]) => name.toLowerCase() in process.versions) ?? [];
  if (runtime !== undefined)
    throw new Error(
      `${config}: TypeScript 7 can be asked from Node.js alone, and this is ${runtime}: run it with Node.js, or install ` +
        `TypeScript 6:\n\n  ${install}\n`,
    );
  return nativeCompiler(require, config, read);
}

const runtimes = [
  ["Bun", "bun add --dev typescript@6"],
  ["Deno", "deno add --dev npm:typescript@6"],
] as const;

function findManifest(require: NodeJS.Require, config: string): string {
  try {
    return require.resolve("typescript/package.json");
  } catch (cause) {
    throw new Error(`${config}: TypeScript is not installed there:\n\n  npm install --save-dev typescript\n`, {
      cause,
    });
  }
}
