import { readFile } from "node:fs/promises";

/** Where `npx datastar-tsx client` puts the client. */
const usualPath = "public/datastar.js";

/** What the client exports, as far as tests need it. */
export interface ClientModule {
  readonly root: object;
}

/**
 * The Datastar client that a page loads: from the app itself, from the file that a test names, or from where
 * `npx datastar-tsx client` puts it. A page of which no script is the client has none.
 *
 * @param path the file that the test names
 * @param load the text of a script that the app serves, if it does
 * @throws Error when it is nowhere
 */
export async function clientOf(
  document: Document,
  path: string | URL | undefined,
  load: (url: URL) => Promise<string | undefined>,
): Promise<string | undefined> {
  const scripts = Array.from(document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]'));
  if (scripts.length === 0) return undefined;
  if (path !== undefined) return asFunction(await readFile(path, "utf8"));
  for (const { src } of scripts) {
    const source = new URL(src).origin === document.location.origin ? await load(new URL(src)) : undefined;
    if (source !== undefined && isClient(source)) return asFunction(source);
  }
  const elsewhere = scripts.find(({ src }) => /datastar/i.test(src));
  if (elsewhere === undefined) return undefined;
  const usual = await readFile(usualPath, "utf8").catch(() => undefined);
  if (usual !== undefined) return asFunction(usual);
  throw new Error(
    `The page loads the Datastar client from ${elsewhere.src}, which is not here, and no page runs without one. ` +
      `\`npx datastar-tsx client\` puts it into ${usualPath}; or say where it is: visit(app, path, { client: "…/datastar.js" }).`,
  );
}

export function isClient(source: string): boolean {
  return source.includes("datastar-fetch") && source.includes("datastar-patch-elements");
}

/** A module as an expression that runs it and is what it exports: jsdom has no modules. */
function asFunction(source: string): string {
  const [exported, names] = /export\s*\{([^{}]*)\}\s*;?\s*(?:\/\/#.*\s*)?$/.exec(source) ?? [];
  if (exported === undefined || names === undefined)
    throw new Error("The file is no Datastar client: it exports nothing.");
  const properties = names.split(",").map((name) => {
    const [inner = "", outer = inner] = name.trim().split(/\s+as\s+/);
    return `${outer}: ${inner}`;
  });
  return `(() => { ${source.slice(0, -exported.length)}\nreturn { ${properties.join(", ")} }; })()`;
}
