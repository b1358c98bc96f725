import { checkWhole } from "../base/limits.js";
import type { RedisConnection } from "./redis-client.js";
import type { PastEvent, TransportReceiver } from "./transport.js";

/** Options of the log. */
export interface RedisLogOptions {
  /** How many events are kept, of all topics together; a few more for a while. */
  readonly events: number;
}

/** Milliseconds that the server waits for events before it says that there are none. */
const patience = 5000;
/** Events that are read at once, at most. */
const batch = 1000;
const beginning = "0-0";

interface Message {
  readonly id: string;
  readonly message: { readonly [field: string]: string };
}

/**
 * All events of a hub, kept in one Redis stream. Every process reads all of it, in its order, and goes on where it was
 * after an outage.
 *
 * @see https://redis.io/docs/latest/develop/data-types/streams/
 */
export class RedisLog {
  readonly #key: string;
  readonly #events: number;
  // The id of the event that was read last.
  #last = beginning;

  /** @throws RangeError for a number that cannot be meant */
  constructor(key: string, { events }: RedisLogOptions) {
    checkWhole("log.events", events, 1);
    this.#key = key;
    this.#events = events;
  }

  /** Adds an event. Settles when the server has it. */
  async add({ client }: RedisConnection, topic: string, frame: string): Promise<void> {
    await client.xAdd(
      this.#key,
      "*",
      { topic, frame },
      { TRIM: { strategy: "MAXLEN", strategyModifier: "~", threshold: this.#events } },
    );
  }

  /**
   * Finds out where to read on.
   *
   * @returns whether events may have been missed since it was read last
   */
  async resume({ client }: RedisConnection, receiver: TransportReceiver, isFirst: boolean): Promise<boolean> {
    // While the last event is there, so is everything after it: the oldest go first.
    if (!isFirst && (await client.xRange(this.#key, this.#last, this.#last))?.length === 1) return false;
    // At least one, to know where the log ends.
    const messages: readonly (Message | null)[] | null = await client.xRevRange(this.#key, "+", "-", {
      COUNT: Math.max(1, receiver.replay),
    });
    const past = (messages ?? []).flatMap((message) => message ?? []).reverse();
    this.#last = past.at(-1)?.id ?? beginning;
    receiver.past(past.flatMap((message) => this.#event(message, receiver) ?? []));
    return true;
  }

  /** Reads on as long as the connection lasts, which is for nothing else: the server keeps it waiting. */
  async follow(connection: RedisConnection, receiver: TransportReceiver): Promise<void> {
    try {
      while (connection.client.isOpen) {
        const streams = (await connection.client.xRead(
          { key: this.#key, id: this.#last },
          { BLOCK: patience, COUNT: batch },
        )) as readonly { readonly messages: readonly Message[] }[] | null;
        for (const message of streams?.[0]?.messages ?? []) {
          this.#last = message.id;
          const event = this.#event(message, receiver);
          if (event !== undefined) receiver.event(event.topic, event.frame, event.id);
        }
      }
    } catch (error) {
      // Whatever it is, the next connection starts from the last event.
      connection.destroy(error);
    }
  }

  #event({ id, message: { topic, frame } }: Message, receiver: TransportReceiver): PastEvent | undefined {
    if (topic !== undefined && frame !== undefined) return { topic, frame, id };
    receiver.foreign(`the stream ${JSON.stringify(this.#key)}`);
    return undefined;
  }
}
