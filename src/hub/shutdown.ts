import { checkCloseOptions, type CloseOptions } from "./clients.js";
import { waitAtMost } from "./wait-at-most.js";

/** A server as `node:http` makes them. */
export interface StoppableServer {
  close(callback: () => void): unknown;
  closeAllConnections(): void;
}

/** What has clients to send away: a hub. */
export interface Closable {
  close(options?: CloseOptions): Promise<void>;
}

/** Options of `shutdown`. */
export interface ShutdownOptions extends CloseOptions {
  /** The hubs whose clients the server has. */
  readonly hubs?: readonly Closable[] | undefined;
  /** Milliseconds until what is still open is broken off. Default: 10,000. */
  readonly timeout?: number | undefined;
}

/**
 * Shuts a server down: it accepts no more connections; the clients of its hubs are told to come back, which leads them
 * to another process; requests that are under way are answered; and what is not done within the timeout is broken off,
 * which makes a Datastar client come back as well.
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
  { hubs = [], timeout = 10_000, comeBackWithin }: ShutdownOptions,
): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  await waitAtMost(timeout, Promise.all([closed, ...hubs.map((hub) => hub.close({ timeout, comeBackWithin }))]));
  server.closeAllConnections();
}
