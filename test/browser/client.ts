import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { datastarVersion, integrityOf } from "../../src/base/client-versions.js";
import { releaseUrl } from "../../src/base/configure-client.js";

/** Where to look for the Datastar client; a test of this file points it elsewhere. */
export interface ClientSources {
  readonly env?: { readonly [name: string]: string | undefined };
  readonly url?: string;
  /** The hash that a downloaded or cached file must have: `sha384-…`. */
  readonly integrity?: string;
  /** Milliseconds that the download may take. */
  readonly timeout?: number;
}

/** The files of a release that the tests run. */
export type ClientFile = "datastar.js" | "datastar-rocket.js";

/** The versions that the tests hold for. */
const tested: readonly string[] = ["1.0.2", "1.0.4"];

/** The version that the tests run with: the newest one, or what DATASTAR_VERSION says. */
export function versionOf(env: NonNullable<ClientSources["env"]> = process.env): string {
  const version = env["DATASTAR_VERSION"] || datastarVersion;
  if (tested.includes(version)) return version;
  throw new Error(`DATASTAR_VERSION is ${version}; the tests know ${tested.join(" and ")}.`);
}

/** Where a client is kept between runs. */
export function cachePath(
  env: NonNullable<ClientSources["env"]> = process.env,
  file: ClientFile = "datastar.js",
): string {
  const name = file.replace(/\.js$/, `-${versionOf(env)}.js`);
  return join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "datastar-tsx", name);
}

/**
 * The client that the browser tests run: the file that DATASTAR_BUNDLE names, as it is; else the released one, from the
 * cache or from the CDN.
 *
 * @throws Error that says how to get one
 */
export async function findClient(sources: ClientSources = {}): Promise<Buffer> {
  const given = (sources.env ?? process.env)["DATASTAR_BUNDLE"];
  if (!given) return findReleased("datastar.js", sources);
  return readFile(given).catch((error: unknown) => {
    throw new Error(`DATASTAR_BUNDLE names ${given}, which cannot be read: ${reason(error)}`);
  });
}

/**
 * A file as it was released, from the cache or from the CDN.
 *
 * @throws Error that says how to get one
 */
export async function findReleased(
  file: ClientFile,
  { env = process.env, ...sources }: ClientSources = {},
): Promise<Buffer> {
  const version = versionOf(env);
  const { url, integrity, timeout } = {
    url: releaseUrl(version, file),
    integrity: integrityOf(version, file),
    timeout: 20_000,
    ...sources,
  };
  const cached = cachePath(env, file);
  const kept = await readFile(cached).catch(() => undefined);
  if (kept !== undefined && hash(kept) === integrity) return kept;
  try {
    const client = await download(url, timeout);
    if (hash(client) !== integrity) throw new Error(`its hash is ${hash(client)}, not ${integrity}.`);
    await store(cached, client);
    return client;
  } catch (error) {
    const problem =
      kept === undefined ? "" : `The file ${cached} is another one: its hash is ${hash(kept)}, not ${integrity}. `;
    throw new Error(
      `The browser tests need ${file} of the Datastar client ${version}. ${problem}${url} could not be taken: ` +
        `${reason(error)} Put a copy at ${cached}${file === "datastar.js" ? ", or set DATASTAR_BUNDLE to the path of one" : ""}.`,
    );
  }
}

async function download(url: string, timeout: number): Promise<Buffer> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeout) });
  if (!response.ok) throw new Error(`the server answered ${response.status}.`);
  return Buffer.from(await response.arrayBuffer());
}

// A run beside this one never sees half a file; and a cache that cannot be written only costs the next download.
async function store(path: string, client: Buffer): Promise<void> {
  const unfinished = `${path}.${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, client);
    await rename(unfinished, path);
  } catch (error) {
    console.warn(`The Datastar client could not be kept at ${path}: ${reason(error)}`);
  }
}

function hash(file: Buffer): string {
  return `sha384-${createHash("sha384").update(file).digest("base64")}`;
}

// The reason why a fetch failed is the cause of its error.
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
