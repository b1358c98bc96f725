import type { RedisClientOptions } from "redis";
import { checkSize, type SizeLimit } from "./event-size.js";
import {
  type Connect,
  type Connected,
  ReconnectingTransport,
  type Session,
  type SessionContext,
} from "./reconnecting-transport.js";
import { newConnection, type RedisConnection, sizeLimit, unlessLost } from "./redis-client.js";
import { RedisLog, type RedisLogOptions } from "./redis-log.js";
import type { Transport } from "./transport.js";

export type { RedisLogOptions } from "./redis-log.js";

/** Options of `redis`: those of its client, and these. */
export interface RedisOptions extends RedisClientOptions {
  /** What channels and keys begin with, so that several hubs can share a Redis server. Default: `"datastar"`. */
  readonly prefix?: string | undefined;
  /** Keeps events in a Redis stream, so that no process misses any. Default: events are not kept. */
  readonly log?: RedisLogOptions | undefined;
}

/**
 * Connects the hubs of several processes over Redis; it needs the package `redis`.
 *
 * Without `log`, an event reaches every process that is connected, at most once. With `log`, it reaches every process,
 * exactly once. Either way all processes see all events in one order.
 *
 * @see https://redis.io/docs/latest/develop/pubsub/
 */
export function redis({ prefix = "datastar", log: logOptions, ...options }: RedisOptions = {}): Transport {
  const origin = Math.random().toString(36).slice(2);
  const log = logOptions && new RedisLog(`${prefix}:events`, logOptions);
  const establish: Connect = async (topics, receiver, isFirst): Promise<Connected> => {
    const connections: RedisConnection[] = [];
    const open = async (): Promise<RedisConnection> => {
      const connection = newConnection(options);
      connections.push(connection);
      await unlessLost([connection], connection.client.connect());
      return connection;
    };
    const begin = async (main: RedisConnection, reader: RedisConnection | undefined): Promise<Connected> => {
      const limit = await sizeLimit(main, log !== undefined);
      const session = new RedisSession(connections, main, limit, { prefix, origin, receiver, log });
      await Promise.all(topics.map((topic) => session.subscribe(topic)));
      const missed = log === undefined || (await log.resume(main, receiver, isFirst));
      if (reader !== undefined) void log?.follow(reader, receiver);
      return { session, missed };
    };
    try {
      const main = await open();
      const reader = log && (await open());
      // What is under way on a connection that breaks may never settle.
      return await unlessLost(connections, begin(main, reader));
    } catch (error) {
      for (const connection of connections) connection.destroy();
      throw error;
    }
  };
  return new ReconnectingTransport(establish, log !== undefined);
}

class RedisSession implements Session {
  readonly lost: Promise<unknown>;
  readonly #main: RedisConnection;
  readonly #limit: SizeLimit;
  readonly #context: SessionContext<RedisLog>;

  constructor(
    connections: readonly RedisConnection[],
    main: RedisConnection,
    limit: SizeLimit,
    context: SessionContext<RedisLog>,
  ) {
    this.#main = main;
    this.#limit = limit;
    this.#context = context;
    // All go together.
    this.lost = Promise.race(connections.map(({ lost }) => lost)).then((cause) => {
      for (const connection of connections) connection.destroy();
      return cause;
    });
  }

  async subscribe(topic: string): Promise<void> {
    const { origin, receiver, log } = this.#context;
    const { client } = this.#main;
    const nudge = (from: string): void => {
      if (from !== origin) receiver.nudge(topic);
    };
    // Together: a connection that is lost fails both, and each failure wants somebody who waits for it.
    await Promise.all([
      client.subscribe(this.#channel("nudge", topic), nudge),
      // Events come out of the log, when there is one.
      ...(log === undefined
        ? [client.subscribe(this.#channel("event", topic), (frame) => receiver.event(topic, frame))]
        : []),
    ]);
  }

  unsubscribe(topic: string): void {
    // It fails only when the connection is lost, and all its subscriptions with it.
    this.#main.client.unsubscribe([this.#channel("nudge", topic), this.#channel("event", topic)]).catch(() => {});
  }

  async publish(topic: string, frame: string): Promise<void> {
    const { log } = this.#context;
    checkSize(topic, Buffer.byteLength(frame), this.#limit);
    if (log === undefined) await this.#main.client.publish(this.#channel("event", topic), frame);
    else await log.add(this.#main, topic, frame);
  }

  async nudge(topic: string): Promise<void> {
    await this.#main.client.publish(this.#channel("nudge", topic), this.#context.origin);
  }

  async close(): Promise<void> {
    // Waits for the answers to what was sent; the readers have nothing to wait for.
    if (this.#main.client.isOpen) await this.#main.client.close();
  }

  #channel(kind: "event" | "nudge", topic: string): string {
    return `${this.#context.prefix}:${kind}:${topic}`;
  }
}
