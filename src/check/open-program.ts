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
 * @throws Error when there is none, or a version that is not known
 */
export async function openProgram(config: string, read: ReadText): Promise<Compiler> {
  const require = createRequire(config);
  const manifest = findManifest(require, config);
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return Number.parseInt(version, 10) >= 7
    ? nativeCompiler(require, config, read)
    : classicCompiler(require, config, read);
}

function findManifest(require: NodeJS.Require, config: string): string {
  try {
    return require.resolve("typescript/package.json");
  } catch (cause) {
    throw new Error(`${config}: TypeScript is not installed there:\n\n  npm install --save-dev typescript\n`, {
      cause,
    });
  }
}
