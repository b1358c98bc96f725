import { createClient, type RedisClientOptions } from "redis";
import type { SizeLimit } from "./event-size.js";

/** One connection to a Redis server. */
export interface RedisConnection {
  readonly client: RedisClient;
  /** Settles with the cause when the connection is lost; never rejects. */
  readonly lost: Promise<unknown>;
  /** Ends it at once, whatever its state. */
  destroy(cause?: unknown): void;
}

export type RedisClient = ReturnType<typeof newClient>;

// Each connection is a new one: see ReconnectingTransport. A server that does not answer any more is noticed by its
// silence.
function newClient(options: RedisClientOptions) {
  return createClient({
    pingInterval: 10_000,
    ...options,
    socket: { socketTimeout: 30_000, ...options.socket, reconnectStrategy: false },
    disableOfflineQueue: true,
  });
}

/** A connection that is to be opened by `client.connect()`. */
export function newConnection(options: RedisClientOptions): RedisConnection {
  const client = newClient(options);
  let lose: (cause: unknown) => void = () => {};
  const lost = new Promise<unknown>((resolve) => (lose = resolve));
  client.on("error", lose).on("end", lose);
  const destroy = (cause?: unknown): void => {
    lose(cause);
    if (client.isOpen) client.destroy();
  };
  return { client, lost, destroy };
}

/** Settles as the operation does; rejects when one of the connections is lost before. */
export function unlessLost<T>(connections: readonly RedisConnection[], operation: Promise<T>): Promise<T> {
  const failures = connections.map(async ({ lost }): Promise<never> => {
    throw (await lost) ?? new Error("the connection was closed");
  });
  return Promise.race([operation, ...failures]);
}

/** What a Redis server takes when nobody has changed it, and does not tell everybody. */
const usual = { "proto-max-bulk-len": "536870912", "client-output-buffer-limit": "pubsub 33554432" };

/**
 * The largest event that a server takes; and, without a log, hands on: it breaks the connection of a subscriber for
 * whom more waits.
 *
 * @see https://redis.io/docs/latest/develop/reference/clients/#output-buffer-limits
 */
export async function sizeLimit({ client }: RedisConnection, hasLog: boolean): Promise<SizeLimit> {
  const settings: Readonly<Record<string, string>> = {
    ...usual,
    ...(await client.configGet(Object.keys(usual)).catch(() => ({}))),
  };
  const longest = { bytes: Number(settings["proto-max-bulk-len"]), setBy: "proto-max-bulk-len of the Redis server" };
  const buffer = Number(/pubsub (\d+)/.exec(settings["client-output-buffer-limit"] ?? "")?.[1] ?? 0);
  // The buffer is counted as it is allocated, which is up to a quarter more than what is in it.
  const waiting = {
    bytes: Math.floor(buffer * 0.75),
    setBy: "three quarters of client-output-buffer-limit pubsub of the Redis server",
  };
  return hasLog || buffer === 0 || waiting.bytes > longest.bytes ? longest : waiting;
}
