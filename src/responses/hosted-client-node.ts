import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { setting } from "../base/client.js";
import { clientOf, configureClient } from "../base/configure-client.js";
import { checkNodeResponse } from "../base/request-kind.js";
import { checkOptions } from "../events/event-options.js";
import { type NodeResponse, pathOf, setStatus } from "../stream/node-response.js";
import { compression } from "../stream/zlib-compression.js";
import { type HostClientOptions as HostClientOptionsFor, hostedClient, type HostedClient } from "./hosted-client.js";

/** Options of {@link hostClient}. */
export interface HostClientOptions extends HostClientOptionsFor {
  /** What to do when there is no such file: `"cdn"` has pages load the client from the CDN. Default: an error. */
  readonly ifMissing?: "cdn" | undefined;
}

/**
 * Has this server serve the Datastar client, from a file: `<DatastarScript />` loads it from here, with its hash, in
 * all pages of the process, and {@link sendClient} (or `clientResponse`, on servers of web responses) answers the
 * requests for it. It is compressed once, as well as it can be. A source map beside it, `datastar.js.map`, is served
 * too.
 *
 * ```ts
 * const client = await hostClient("public/datastar.js"); // `npx datastar-tsx client --out public` puts it there
 * ```
 *
 * @param file its path, relative to the working directory; or its content
 * @throws Error when it cannot be read
 * @throws TypeError for options that do not exist, for what is no script, and for a released client with another alias
 *   or Rocket than `configureClient` says
 */
export async function hostClient(
  file: string | URL | Uint8Array,
  { ifMissing, ...options }: HostClientOptions = {},
): Promise<HostedClient> {
  checkOptions(options, ["path", "sourceMap", "compression"], "hostClient");
  if (ifMissing !== undefined && ifMissing !== "cdn")
    throw new TypeError(`ifMissing can be "cdn", not ${JSON.stringify(ifMissing)}.`);
  const client = await loadClient(file, options, ifMissing);
  configureClient({ version: client.version, src: client.src, integrity: client.integrity });
  return client;
}

async function loadClient(
  file: string | URL | Uint8Array,
  options: HostClientOptionsFor,
  ifMissing: "cdn" | undefined,
): Promise<HostedClient> {
  const defaults = { compression: compression(best), ...options };
  if (file instanceof Uint8Array) return hostedClient(new Uint8Array(file), defaults);
  const path = file instanceof URL ? fileURLToPath(file) : file;
  const content = await readFile(path).catch((error: unknown) => {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (isMissing && ifMissing === "cdn") return undefined;
    throw new Error(`${isMissing ? `There is no file ${path}` : `${path} cannot be read`}: ${howToGetIt}`, {
      cause: error,
    });
  });
  if (content === undefined) {
    console.warn(`There is no file ${path}: pages load the Datastar client from the CDN. ${howToGetIt}`);
    return { ...clientOf({ version: setting.client.version }), answer: () => undefined };
  }
  const sourceMap = await readFile(`${path}.map`).catch(() => undefined);
  return hostedClient(new Uint8Array(content), { sourceMap, ...defaults });
}

const howToGetIt =
  "`npx datastar-tsx client --out <folder>` fetches it and checks its hash; where there is no network, `--from <file>` takes a copy.";

// It is done once, and read often.
const best = {
  br: { quality: 11, window: 22 },
  zstd: { quality: 19 },
  gzip: { quality: 9 },
  deflate: false,
  minimum: 0,
} as const;

/**
 * Answers a request for the client that this server serves. Its name has the hash of the content, so that browsers keep
 * it for ever.
 *
 * ```ts
 * createServer((request, response) => {
 *   if (sendClient(response, client)) return;
 *   …
 * ```
 *
 * @param client made by {@link hostClient}
 * @returns `false` if the request is for something else
 */
export function sendClient(response: NodeResponse, client: HostedClient): boolean {
  checkNodeResponse(response);
  const request = response.req;
  const reply = client.answer({
    method: request.method ?? "GET",
    path: pathOf(request),
    acceptEncoding: request.headers["accept-encoding"]?.toString(),
    ifNoneMatch: request.headers["if-none-match"],
  });
  if (reply === undefined) return false;
  setStatus(response, reply.status);
  for (const [name, value] of reply.headers) response.setHeader(name, value);
  if (reply.body === undefined) response.end();
  else response.end(reply.body);
  return true;
}
