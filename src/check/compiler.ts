import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { classicCompiler } from "./classic-compiler.js";
import { nativeCompiler } from "./native-compiler.js";

/** What a TypeScript compiler says of a file. */
export interface CompilerDiagnostic {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly code: number;
  readonly message: string;
}

/** A program of a TypeScript compiler, with texts of ours in place of those of some files. */
export interface Compiler {
  /** The paths of the files of the program that are not of packages. */
  readonly files: readonly string[];
  /**
   * What is wrong in files that have been given other texts.
   *
   * @param texts the files that have other texts than before
   */
  diagnose(texts: ReadonlyMap<string, string>): readonly CompilerDiagnostic[];
  close(): void;
}

/**
 * Opens a program with the TypeScript that its project has installed: 5.9 and 6 in this process, 7 in one of its own.
 *
 * @param config the path of a `tsconfig.json`
 * @throws Error when there is none, or a version that is not known
 */
export async function openProgram(config: string): Promise<Compiler> {
  const require = createRequire(config);
  const manifest = findManifest(require, config);
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return Number.parseInt(version, 10) >= 7 ? nativeCompiler(require, config) : classicCompiler(require, config);
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
