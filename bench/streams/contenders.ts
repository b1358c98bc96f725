import type { IncomingMessage, ServerResponse } from "node:http";
import { ServerSentEventGenerator } from "@starfederation/datastar-sdk/node";
import { createChannel, createSession } from "better-sse";
import { EncodedFrame, patchElementsFrame, type ServerSentEventGenerator as Generator } from "datastar-tsx";
import { compression } from "datastar-tsx/compression";
import { createHub } from "datastar-tsx/hub";
import { stream, type StreamOptions } from "datastar-tsx/node";

/** One way to send events to all who listen. */
export interface Contender {
  readonly serve: (request: IncomingMessage, response: ServerResponse) => unknown;
  /** Patches elements into the page of each client. */
  readonly broadcast: (html: string) => void;
}

/** Adds each response to a set as long as it is open. */
function responses(): { readonly all: Set<ServerResponse>; readonly serve: Contender["serve"] } {
  const all = new Set<ServerResponse>();
  const serve = (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" }).flushHeaders();
    all.add(response);
    response.once("close", () => all.delete(response));
  };
  return { all, serve };
}

function ours(send: (clients: Iterable<Generator>, html: string) => void, options: StreamOptions = {}): Contender {
  const clients = new Set<Generator>();
  // The others do not bound what waits either.
  const all: StreamOptions = { ...options, keepOpen: true, maxQueuedBytes: 1024 ** 3 };
  return {
    serve: (request, response) =>
      stream(
        request,
        response,
        (sse) => {
          clients.add(sse);
          sse.onClose(() => clients.delete(sse));
        },
        all,
      ),
    broadcast: (html) => send(clients, html),
  };
}

function sendFrame(clients: Iterable<Generator>, html: string): void {
  const frame = new EncodedFrame(patchElementsFrame(html));
  for (const sse of clients) void sse.send(frame);
}

function patchEach(clients: Iterable<Generator>, html: string): void {
  for (const sse of clients) void sse.patchElements(html);
}

export const contenders: { readonly [name: string]: () => Contender } = {
  "http, response.write": () => {
    const { all, serve } = responses();
    return {
      serve,
      broadcast: (html) => {
        const bytes = Buffer.from(patchElementsFrame(html));
        for (const response of all) response.write(bytes);
      },
    };
  },
  "http, chunks to the socket": () => {
    const { all, serve } = responses();
    return {
      serve,
      broadcast: (html) => {
        const { chunk } = new EncodedFrame(patchElementsFrame(html));
        for (const { socket } of all) socket?.write(chunk);
      },
    };
  },
  "datastar-tsx, one frame": () => ours(sendFrame),
  "datastar-tsx, each": () => ours(patchEach),
  "datastar-tsx, hub": () => {
    const hub = createHub<"all">();
    return {
      serve: (request, response) =>
        stream(request, response, (sse) => void hub.subscribe("all", sse), { keepOpen: true }),
      broadcast: (html) => void hub.patchElements("all", html),
    };
  },
  "@starfederation/datastar-sdk": () => {
    const clients = new Set<ServerSentEventGenerator>();
    return {
      serve: (request, response) =>
        ServerSentEventGenerator.stream(
          request,
          response,
          (sse) => {
            clients.add(sse);
            response.once("close", () => clients.delete(sse));
          },
          { keepalive: true },
        ),
      broadcast: (html) => {
        for (const sse of clients) sse.patchElements(html);
      },
    };
  },
  "better-sse": () => {
    const channel = createChannel();
    return {
      serve: async (request, response) => channel.register(await createSession(request, response)),
      broadcast: (html) => void channel.broadcast(html, "datastar-patch-elements"),
    };
  },
  "datastar-tsx, br": () => ours(sendFrame, { compression: compression({ zstd: false, gzip: false, deflate: false }) }),
  "datastar-tsx, zstd": () => ours(sendFrame, { compression: compression({ br: false, gzip: false, deflate: false }) }),
  "datastar-tsx, gzip": () => ours(sendFrame, { compression: compression({ br: false, zstd: false, deflate: false }) }),
};
