/** The packages that compiling needs, and does not bring with it: most programs leave it to a build. */
export const compilerPeers = ["oxc-parser", "magic-string"] as const;

/**
 * Loads what needs other packages, or says in one line how to install them.
 *
 * @param entry the name under which it was imported
 * @throws Error when one of them is missing
 */
export async function withPeers<T>(entry: string, packages: readonly string[], load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    if (!packages.some((name) => message.includes(`package '${name}'`))) throw cause;
    throw new Error(
      `${entry} needs packages that are not installed:\n\n  npm install --save-dev ${packages.join(" ")}\n`,
      { cause },
    );
  }
}
