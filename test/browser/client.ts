import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { datastarVersion } from "../../src/base/client-versions.js";

/** Where to look for the Datastar client; a test of this file points it elsewhere. */
export interface ClientSources {
  readonly env?: { readonly [name: string]: string | undefined };
  readonly url?: string;
  /** The SHA-256 that a downloaded or cached file must have. */
  readonly sha256?: string;
  /** Milliseconds that the download may take. */
  readonly timeout?: number;
}

/** The SHA-256 of the released files. */
const released: { readonly [version: string]: string } = {
  "1.0.2": "2837d87acf6ee0ba8e4e63765926c25a98d63883b02f88be194a86b81d3fd24a",
  "1.0.4": "727844adfc825ee651fb93c544a2a739986f9a21820a94524b35f0cac470cf91",
};

/** The version that the tests run with: the newest one, or what DATASTAR_VERSION says. */
export function versionOf(env: NonNullable<ClientSources["env"]> = process.env): string {
  const version = env["DATASTAR_VERSION"] || datastarVersion;
  if (Object.hasOwn(released, version)) return version;
  throw new Error(`DATASTAR_VERSION is ${version}; the tests know ${Object.keys(released).join(" and ")}.`);
}

/** Where the client is kept between runs. */
export function cachePath(env: NonNullable<ClientSources["env"]> = process.env): string {
  return join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "datastar-tsx", `datastar-${versionOf(env)}.js`);
}

/**
 * The client that the browser tests run: the file that DATASTAR_BUNDLE names, as it is; else the released one, from the
 * cache or from the CDN.
 *
 * @throws Error that says how to get one
 */
export async function findClient({ env = process.env, ...sources }: ClientSources = {}): Promise<Buffer> {
  const given = env["DATASTAR_BUNDLE"];
  if (given) {
    return readFile(given).catch((error: unknown) => {
      throw new Error(`DATASTAR_BUNDLE names ${given}, which cannot be read: ${reason(error)}`);
    });
  }

  const version = versionOf(env);
  const { url, sha256, timeout } = {
    url: `https://cdn.jsdelivr.net/gh/starfederation/datastar@v${version}/bundles/datastar.js`,
    sha256: released[version],
    timeout: 20_000,
    ...sources,
  };
  const cached = cachePath(env);
  const kept = await readFile(cached).catch(() => undefined);
  if (kept !== undefined && hash(kept) === sha256) return kept;
  try {
    const client = await download(url, timeout);
    if (hash(client) !== sha256) throw new Error(`its SHA-256 is ${hash(client)}, not ${sha256}.`);
    await store(cached, client);
    return client;
  } catch (error) {
    const problem =
      kept === undefined ? "" : `The file ${cached} is another one: its SHA-256 is ${hash(kept)}, not ${sha256}. `;
    throw new Error(
      `The browser tests need the Datastar client ${version}. ${problem}${url} could not be taken: ${reason(error)} ` +
        `Set DATASTAR_BUNDLE to the path of a copy, or put one at ${cached}.`,
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
  return createHash("sha256").update(file).digest("hex");
}

// The reason why a fetch failed is the cause of its error.
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
