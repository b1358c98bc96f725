// Requests to apps on Node.js, over a connection that is two ends in memory: all that HTTP does, and no port.
import { createServer, type IncomingMessage, request as httpRequest, type Server } from "node:http";
import { Duplex, Readable } from "node:stream";
import type { NodeHandler, NodeServer } from "./app.js";
import { overPort } from "./port.js";

// As it is before a test replaces it.
const { nextTick } = process;
const servers = new WeakMap<object, Server>();

/** Sends a request to a handler or a server of Node.js. */
export function requestToNode(app: NodeHandler | NodeServer, request: Request): Promise<Response> {
  const server = typeof app === "function" ? serverOf(app) : app;
  // Bun and Deno have a `node:http` whose servers take no connections but those of the system.
  if ("Bun" in globalThis || "Deno" in globalThis) return overPort(server, request);
  return inMemory(server, request);
}

function serverOf(handler: NodeHandler): Server {
  const known = servers.get(handler);
  if (known !== undefined) return known;
  // The types of frameworks' requests are not those of Node.js, but what they get is.
  const server = createServer(handler as (request: IncomingMessage) => unknown);
  servers.set(handler, server);
  return server;
}

async function inMemory(server: NodeServer, request: Request): Promise<Response> {
  const { pathname, search, host } = new URL(request.url);
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
  const [client, other] = connection();
  server.emit("connection", other);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({
      method: request.method,
      path: pathname + search,
      headers: {
        host,
        connection: "close",
        ...(body === undefined ? {} : { "content-length": body.length }),
        ...Object.fromEntries(request.headers),
      },
      createConnection: () => client,
    });
    const leave = (): void => void client.destroy();
    if (request.signal.aborted) leave();
    else request.signal.addEventListener("abort", leave, { once: true });
    sent.once("close", () => request.signal.removeEventListener("abort", leave));
    sent.once("error", (cause) => reject(new Error("The app broke the connection off.", { cause })));
    sent.once("response", (incoming) => resolve(toResponse(incoming)));
    sent.end(body);
  });
}

function toResponse(incoming: IncomingMessage): Response {
  const { statusCode: status = 200, rawHeaders } = incoming;
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? "", rawHeaders[at + 1] ?? "");
  // These have no body, and `Response` takes none for them.
  const isEmpty = [204, 205, 304].includes(status);
  if (isEmpty) incoming.resume();
  // Node.js says of its streams that they are not quite those of the platform, although they are.
  const body = isEmpty ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
  return new Response(body, { status, headers });
}

function connection(): readonly [End, End] {
  const one = new End();
  const other = new End();
  one.peer = other;
  other.peer = one;
  return [one, other];
}

/** One end of a connection: what is written to it, is read from the other one. */
class End extends Duplex {
  peer: End | undefined;
  // Called when the other end has taken what was written, which is how a client can be slow.
  #taken: (() => void) | undefined;

  override _read(): void {
    this.peer?.took();
  }

  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.#taken = done;
    if (this.peer?.push(chunk) !== false) nextTick(() => this.took());
  }

  override _final(done: () => void): void {
    this.peer?.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const { peer } = this;
    done(error);
    // What was written before can still be read there.
    if (peer?.destroyed === false) nextTick(() => peer.destroy());
  }

  took(): void {
    const taken = this.#taken;
    this.#taken = undefined;
    taken?.();
  }
}
