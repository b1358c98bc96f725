import type { Http2Session } from "node:http2";
import type { NodeRequest } from "./node-response.js";

/** The sessions of HTTP/2 servers, which do not close them, or tell which they have, before Node.js 24. */
const sessions = new WeakMap<object, Set<Http2Session>>();

/** The server that a request has come to. Its session is noted. */
export function serverOf(request: NodeRequest): object | undefined {
  const session = "stream" in request ? request.stream.session : undefined;
  const connection: object | undefined = session ?? request.socket;
  const server = connection !== undefined && "server" in connection ? connection.server : undefined;
  if (typeof server !== "object" || server === null) return undefined;
  if (session !== undefined) noteSession(server, session);
  return server;
}

/** The sessions over which a server was asked for something, and that are open. */
export function sessionsOf(server: object): readonly Http2Session[] {
  return [...(sessions.get(server) ?? [])];
}

function noteSession(server: object, session: Http2Session): void {
  const known = sessions.get(server) ?? new Set();
  if (known.has(session)) return;
  sessions.set(server, known.add(session));
  session.once("close", () => known.delete(session));
}
