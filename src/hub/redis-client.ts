import { createClient, type RedisClientOptions } from "redis";

/** One connection to a Redis server. */
export interface RedisConnection {
  readonly client: RedisClient;
  /** Settles with the cause when the connection is lost; never rejects. */
  readonly lost: Promise<unknown>;
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

/** @throws Error when the server cannot be reached */
export async function openConnection(options: RedisClientOptions): Promise<RedisConnection> {
  const client = newClient(options);
  const lost = new Promise<unknown>((resolve) => client.on("error", resolve).on("end", resolve));
  await client.connect();
  return { client, lost };
}

/** Ends a connection at once, whatever its state. */
export function destroyConnection({ client }: RedisConnection): void {
  if (client.isOpen) client.destroy();
}
