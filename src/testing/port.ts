// Requests to servers of Node.js on Bun and Deno, whose `node:http` takes no connections but those of the system.
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { NodeServer } from "./app.js";

/** How a server knows an answer again, to say how much of it was sent. */
const header = "datastar-tsx-answer";

/** Bytes of an answer that were sent, and those of them that have come: the system takes its time between the two. */
interface Transfer {
  sent: number;
  received: number;
}

const transfers = new Map<string, Transfer>();
const byResponse = new WeakMap<Response, Transfer>();
const counting = new WeakSet<object>();
let count = 0;

/** Whether something was sent of an answer that has not come yet. */
export function isOnTheWay(response: Response | undefined): boolean {
  const transfer = response && byResponse.get(response);
  return transfer !== undefined && transfer.received < transfer.sent;
}

/** Sends a request to a server, over a port of this machine. */
export async function overPort(server: NodeServer, request: Request): Promise<Response> {
  if (!isServer(server)) throw new TypeError("On this runtime, a server can be tested that node:http has made.");
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  countSent(server);
  const { port } = server.address() as AddressInfo;
  const { pathname, search } = new URL(request.url);
  const { method, signal } = request;
  const id = String(++count);
  const transfer = { sent: 0, received: 0 };
  transfers.set(id, transfer);
  const headers = new Headers(request.headers);
  headers.set(header, id);
  // As over the connection in memory: what is compressed is so since the test asks for it.
  if (!headers.has("accept-encoding")) headers.set("accept-encoding", "identity");
  const body = request.body === null ? null : await request.arrayBuffer();
  try {
    const url = `http://127.0.0.1:${port}${pathname}${search}`;
    const response = await fetch(url, { method, headers, signal, body, redirect: "manual" });
    return response.headers.has("content-encoding") ? response : counted(response, transfer);
  } finally {
    transfers.delete(id);
  }
}

function isServer(server: NodeServer): server is Server {
  return "address" in server && "listening" in server;
}

/** The same response, which counts what comes. */
function counted(response: Response, transfer: Transfer): Response {
  const { body, status, headers } = response;
  if (body === null) return response;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      transfer.received += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const copy = new Response(body.pipeThrough(counter), { status, headers });
  byResponse.set(copy, transfer);
  return copy;
}

/** Has a server count what it sends in answers. */
function countSent(server: Server): void {
  if (counting.has(server)) return;
  counting.add(server);
  server.prependListener("request", ({ headers }: IncomingMessage, response: ServerResponse) => {
    const transfer = transfers.get(String(headers[header]));
    if (transfer === undefined) return;
    delete headers[header];
    const { write, end } = response;
    let isEnding = false;
    const note = (chunk: unknown, encoding: unknown): void => {
      if (typeof chunk === "string")
        transfer.sent += Buffer.byteLength(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
      else if (chunk instanceof Uint8Array) transfer.sent += chunk.length;
    };
    const noting = (method: typeof write | typeof end, ends: boolean): never =>
      function (...args: readonly unknown[]): unknown {
        // The one may call the other.
        if (!isEnding) note(args[0], args[1]);
        isEnding ||= ends;
        return Reflect.apply(method, response, args);
      } as never;
    response.write = noting(write, false);
    response.end = noting(end, true);
  });
}
