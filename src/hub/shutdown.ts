import { report } from "../stream/channel-options.js";
import { watchKeptOpen } from "../stream/kept-open.js";
import { connectionsOf } from "../stream/server-of.js";
import { checkCloseOptions, type CloseOptions } from "./clients.js";
import { sendAway } from "./send-away.js";
import { waitAtMost } from "./wait-at-most.js";

/** A server as `node:http`, `node:http2` and Hono for Node.js make them. */
export interface StoppableServer {
  close(callback: () => void): unknown;
  /** Servers of HTTP/2 do not have it. */
  closeAllConnections?(): void;
}

/** What has clients to send away: a hub. */
export interface Closable {
  close(options?: CloseOptions): Promise<void>;
}

/** Options of `shutdown`. */
export interface ShutdownOptions extends CloseOptions {
  /** The hubs whose clients the server has: they are closed as well. */
  readonly hubs?: readonly Closable[] | undefined;
  /** Milliseconds until what is still open is broken off. Default: 10,000. */
  readonly timeout?: number | undefined;
}

/**
 * Shuts a server down: it accepts no more connections; the clients of its hubs, and of streams whose handler has
 * returned, are told to come back, which leads them to another process; requests that are under way are answered, and
 * so handlers that still run are waited for; and what is not done within the timeout is broken off, which makes a
 * Datastar client come back as well.
 *
 * Of web responses nobody can tell to which of several servers of a process they belong: they are all broken off.
 *
 * @returns a promise that never rejects, and settles within the timeout
 * @throws RangeError for times that no timer can wait
 */
export function shutdown(server: StoppableServer, options: ShutdownOptions = {}): Promise<void> {
  checkCloseOptions(options);
  return stop(server, options);
}

async function stop(
  server: StoppableServer,
  { hubs = [], timeout = 10_000, comeBackWithin = 1000 }: ShutdownOptions,
): Promise<void> {
  const deadline = performance.now() + timeout;
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  // Node.js closes the connections that wait for a request now; those that will are not to be waited for. 0 is for ever.
  Reflect.set(server, "keepAliveTimeout", 1);
  const closing = hubs.map((hub) => close(hub, { timeout, comeBackWithin }));
  const unwatch = watchKeptOpen(server, (streams) => {
    closing.push(sendAway(streams, Math.max(0, deadline - performance.now()), comeBackWithin));
  });
  for (const connection of connectionsOf(server)) if ("close" in connection) connection.close();
  await waitAtMost(timeout, Promise.all([closed, ...closing]));
  unwatch();
  server.closeAllConnections?.();
  for (const connection of connectionsOf(server)) connection.destroy();
}

/** Never rejects: what is left has to be closed as well. */
async function close(hub: Closable, options: CloseOptions): Promise<void> {
  try {
    await hub.close(options);
  } catch (error) {
    report({}, error);
  }
}
