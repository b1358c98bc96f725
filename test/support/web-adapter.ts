import { once } from "node:events";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

/** How a server tells a web handler that the client went away: servers do one, the other, or both. */
export type Departure = "abort" | "cancel";

/** Serves a web handler on node:http, as the adapters of web frameworks do. */
export function webListener(
  handle: (request: Request, gone: Promise<void>) => Response | Promise<Response>,
  departure: Departure,
): RequestListener {
  return async (incoming, outgoing) => {
    const abort = new AbortController();
    const gone = once(outgoing, "close").then(() => {
      if (departure === "abort") abort.abort();
    });
    const response = await handle(toRequest(incoming, abort.signal), gone);
    // What is not complete must not look as if it were.
    await send(response, outgoing, gone, departure).catch(() => outgoing.destroy());
  };
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = "GET", url = "/", headers } = incoming;
  const hasBody =
    method !== "GET" &&
    method !== "HEAD" &&
    (headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined);
  return new Request(new URL(url, "http://test.local"), {
    method,
    headers: new Headers(Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])),
    signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as BodyInit, duplex: "half" } : {}),
  });
}

async function send(
  { status, headers, body }: Response,
  outgoing: ServerResponse,
  gone: Promise<void>,
  departure: Departure,
): Promise<void> {
  outgoing.writeHead(status, [...headers].flat());
  if (body === null) {
    outgoing.end();
    return;
  }
  outgoing.flushHeaders();
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  const closed = gone.then(() => (departure === "cancel" ? reader.cancel().catch(() => {}) : undefined));
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    if (!outgoing.write(chunk.value)) await Promise.race([once(outgoing, "drain"), closed]);
  }
  outgoing.end();
}
