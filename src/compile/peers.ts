/** The packages that compiling needs, and does not bring with it: most programs leave it to a build. */
export const compilerPeers = ["oxc-parser", "magic-string"] as const;

/**
 * Says in one line how to install what is missing; to be called before it is imported.
 *
 * @param entry the name under which it was imported
 * @throws Error when a package is missing
 */
export function checkPeers(entry: string, packages: readonly string[] = compilerPeers): void {
  // Where nothing can be asked before it is loaded, loading it says what is missing.
  if (typeof import.meta.resolve !== "function") return;
  try {
    for (const name of packages) import.meta.resolve(name);
  } catch (cause) {
    throw new Error(
      `${entry} needs packages that are not installed:\n\n  npm install --save-dev ${packages.join(" ")}\n`,
      { cause },
    );
  }
}
