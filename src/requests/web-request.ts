import { checkNodeRequest } from "../base/request-kind.js";
import type { NodeRequest } from "../stream/node-response.js";

/**
 * The web request that a request of Node.js is, without its body: for frameworks that send web responses and have no
 * web request, such as Fastify.
 *
 * ```ts
 * app.get("/feed", (request) => stream(webRequest(request.raw), (sse) => sse.patchElements(<Feed />)));
 * ```
 *
 * @throws TypeError for methods that web requests do not have: CONNECT and TRACE
 */
export function webRequest(request: NodeRequest): Request {
  checkNodeRequest(request);
  const headers = Object.entries(request.headers).flatMap(([name, values = []]) =>
    // Those of HTTP/2 that are no headers.
    name.startsWith(":") ? [] : [values].flat().map((value): [string, string] => [name, value]),
  );
  return new Request(urlOf(request), { method: request.method ?? "GET", headers });
}

function urlOf({ url = "/", headers, socket }: NodeRequest): string {
  const host = headers[":authority"] ?? headers.host ?? "";
  const origin = `${"encrypted" in socket ? "https" : "http"}://${String(host)}`;
  // What a client sends may be an address as proxies get it, `*`, or nothing that a URL can have.
  const full = url.startsWith("/") ? origin + url : url;
  return URL.canParse(full) ? full : new URL(url, "http://localhost").href;
}
