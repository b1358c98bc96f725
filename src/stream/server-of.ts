import type { Http2Session } from "node:http2";
import type { Socket } from "node:net";
import { shared } from "../base/shared.js";
import type { NodeRequest } from "./node-response.js";

/** A connection of HTTP/2, or one of HTTP/1 to a server of both (`allowHTTP1`). */
type Connection = Http2Session | Socket;

/** The connections of HTTP/2 servers, which do not tell which they have, and close sessions from Node.js 24 on only. */
const connections = shared("connections", () => new WeakMap<object, Set<Connection>>());

/** The server that a request has come to. Its connection is noted if the server could not break it off. */
export function serverOf(request: NodeRequest): object | undefined {
  const session = "stream" in request ? request.stream.session : undefined;
  const connection: Connection | undefined = session ?? request.socket;
  const server = connection !== undefined && "server" in connection ? connection.server : undefined;
  if (typeof server !== "object" || server === null) return undefined;
  if (session !== undefined || !("stream" in request || "closeAllConnections" in server)) note(server, connection);
  return server;
}

/** The connections over which a server of HTTP/2 was asked for something, and that are open. */
export function connectionsOf(server: object): readonly Connection[] {
  return [...(connections.get(server) ?? [])];
}

function note(server: object, connection: Connection): void {
  const known = connections.get(server) ?? new Set();
  if (known.has(connection)) return;
  connections.set(server, known.add(connection));
  connection.once("close", () => known.delete(connection));
}
