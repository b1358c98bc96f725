import { setTimeout as delay } from "node:timers/promises";
import {
  DeliverPolicy,
  DiscardPolicy,
  type JetStreamManager,
  type JsMsg,
  JetStreamApiError,
  jetstream,
  jetstreamManager,
  StorageType,
  type StreamInfo,
} from "@nats-io/jetstream";
import type { NatsConnection } from "@nats-io/transport-node";
import { checkWhole } from "../base/limits.js";
import { fromToken, toToken } from "./topic-token.js";
import type { PastEvent, TransportReceiver } from "./transport.js";

/**
 * Milliseconds. When several processes are the first at once, some servers answer them before the stream is whole:
 * consumers that are made then get nothing, and the time of its making is not set (seen with 2.9.10).
 */
const settling = 500;

/** Options of the log. They count when the stream does not exist yet; one that exists is taken as it is. */
export interface NatsLogOptions {
  /** How many events are kept, of all topics together. */
  readonly events: number;
  /** Where they are kept. Default: `"file"`. */
  readonly storage?: "file" | "memory" | undefined;
  /** On how many servers of a cluster they are kept. Default: 1. */
  readonly replicas?: number | undefined;
}

/**
 * All events of a hub, kept in one JetStream stream. Every process reads all of it, in its order, and goes on where it
 * was after an outage.
 *
 * @see https://docs.nats.io/nats-concepts/jetstream
 */
export class NatsLog {
  readonly #prefix: string;
  readonly #options: NatsLogOptions;
  readonly #stream: string;
  // The stream that was read last, by the time when it was made, and how far: the last event, and the time when it was
  // stored.
  #epoch = "";
  #last = 0;
  #lastTime = 0;

  /** @throws RangeError for a number that cannot be meant */
  constructor(prefix: string, options: NatsLogOptions) {
    checkWhole("log.events", options.events, 1);
    if (options.replicas !== undefined) checkWhole("log.replicas", options.replicas, 1, 5);
    this.#prefix = prefix;
    this.#options = options;
    this.#stream = `${prefix}-events`;
  }

  subject(topic: string): string {
    return `${this.#prefix}.log.${toToken(topic)}`;
  }

  /**
   * Reads the log from now on, as long as the connection lasts.
   *
   * @returns whether events may have been missed since it was read last
   */
  async read(connection: NatsConnection, receiver: TransportReceiver, isFirst: boolean): Promise<boolean> {
    const manager = await jetstreamManager(connection);
    const { created, state } = await this.#open(manager);
    const epoch = Date.parse(created).toString(36);
    const missed = isFirst || epoch !== this.#epoch || !(await this.#hasLast(manager));
    if (missed) {
      this.#epoch = epoch;
      this.#last = Math.max(0, state.first_seq - 1, state.last_seq - receiver.replay);
    }
    let caughtUp: Promise<unknown> = Promise.resolve();
    let receive = (event: PastEvent | undefined): void => {
      if (event !== undefined) receiver.event(event.topic, event.frame, event.id);
    };
    if (missed && this.#last === state.last_seq) receiver.past([]);
    else if (missed) {
      const past: PastEvent[] = [];
      const present = receive;
      caughtUp = new Promise<void>((resolve) => {
        receive = (event) => {
          if (event !== undefined) past.push(event);
          if (this.#last < state.last_seq) return;
          // At once: the next event may follow in this turn.
          receiver.past(past);
          receive = present;
          resolve();
        };
      });
    }
    await this.#consume(connection, (message) => receive(this.#event(message, receiver)));
    await Promise.race([caughtUp, connection.closed()]);
    return missed;
  }

  // A server that crashes may lose the end of its log, and give the same numbers to other events after that.
  async #hasLast(manager: JetStreamManager): Promise<boolean> {
    if (this.#last === 0) return true;
    const stored = await manager.streams.getMessage(this.#stream, { seq: this.#last });
    // The client rounds one of them up and the other one down.
    return stored !== null && Math.abs(stored.time.getTime() - this.#lastTime) <= 1;
  }

  async #open(manager: JetStreamManager): Promise<StreamInfo> {
    const info = await this.#findOrMake(manager);
    const created = Date.parse(info.created);
    // A time before 1970 is one that is not set yet.
    if (created > 0 && Date.now() - created >= settling) return info;
    await delay(settling);
    return manager.streams.info(this.#stream);
  }

  async #findOrMake(manager: JetStreamManager): Promise<StreamInfo> {
    const { events, storage = "file", replicas = 1 } = this.#options;
    try {
      return await manager.streams.info(this.#stream);
    } catch (error) {
      if (!(error instanceof JetStreamApiError) || error.status !== 404) throw error;
    }
    return manager.streams.add({
      name: this.#stream,
      subjects: [`${this.#prefix}.log.*`],
      max_msgs: events,
      discard: DiscardPolicy.Old,
      storage: storage === "file" ? StorageType.File : StorageType.Memory,
      num_replicas: replicas,
    });
  }

  async #consume(connection: NatsConnection, callback: (message: JsMsg) => void): Promise<void> {
    const consumer = await jetstream(connection).consumers.get(this.#stream, {
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: this.#last + 1,
    });
    const messages = await consumer.consume({ callback, idle_heartbeat: 5000 });
    void this.#watch(messages.status(), connection);
  }

  // A log that is gone while it is read is read anew, on a new connection.
  async #watch(statuses: AsyncIterable<{ readonly type: string }>, connection: NatsConnection): Promise<void> {
    for await (const { type } of statuses) {
      if (type === "stream_not_found" || type === "heartbeats_missed") await connection.close();
    }
  }

  #event(message: JsMsg, receiver: TransportReceiver): PastEvent | undefined {
    this.#last = message.seq;
    this.#lastTime = message.time.getTime();
    try {
      const topic = fromToken(message.subject.slice(`${this.#prefix}.log.`.length));
      return { topic, frame: message.string(), id: `${this.#epoch}-${message.seq}` };
    } catch (cause) {
      // Of another program that uses the same subjects.
      receiver.foreign(JSON.stringify(message.subject), cause);
      return undefined;
    }
  }
}
