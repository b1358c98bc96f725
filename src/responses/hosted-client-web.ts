import { configureClient } from "../base/configure-client.js";
import { toHeaders } from "../base/headers.js";
import { checkWebRequest } from "../base/request-kind.js";
import { checkOptions } from "../events/event-options.js";
import { encodedResponse } from "../stream/encoded-response.js";
import { type HostClientOptions, hostedClient, type HostedClient } from "./hosted-client.js";

/**
 * Has this server serve the Datastar client: `<DatastarScript />` loads it from here, with its hash, in all pages of
 * the process, and {@link clientResponse} answers the requests for it. `hostClient` of `datastar-tsx/node` takes the
 * path of a file.
 *
 * ```ts
 * import text from "./datastar.txt"; // a text module of a Worker
 *
 * const client = await hostClient(new TextEncoder().encode(text));
 * ```
 *
 * @param file the content of the file
 * @throws TypeError for options that do not exist, for what is no script, and for a released client with another alias
 *   or Rocket than `configureClient` says
 */
export async function hostClient(
  file: Uint8Array | ArrayBuffer,
  options: HostClientOptions = {},
): Promise<HostedClient> {
  checkOptions(options, ["path", "sourceMap", "compression"], "hostClient");
  const client = await hostedClient(new Uint8Array(file), options);
  configureClient({ version: client.version, src: client.src, integrity: client.integrity });
  return client;
}

/**
 * Answers a request for the client that this server serves. Its name has the hash of the content, so that browsers keep
 * it for ever.
 *
 * ```ts
 * app.use(async (c, next) => clientResponse(c.req.raw, client) ?? next()); // Hono
 * ```
 *
 * @param client made by {@link hostClient}
 * @returns `undefined` if the request is for something else
 */
export function clientResponse(request: Request, client: HostedClient): Response | undefined {
  checkWebRequest(request);
  const reply = client.answer({
    method: request.method,
    path: new URL(request.url).pathname,
    acceptEncoding: request.headers.get("accept-encoding") ?? undefined,
    ifNoneMatch: request.headers.get("if-none-match") ?? undefined,
  });
  if (reply === undefined) return undefined;
  const { status, headers, body } = reply;
  return encodedResponse(body ?? null, { status, headers: toHeaders(headers) }, headers.has("content-encoding"));
}
