import { jetstream } from "@nats-io/jetstream";
import {
  connect,
  type ConnectionOptions,
  type Msg,
  type NatsConnection,
  type Subscription,
} from "@nats-io/transport-node";
import { checkSize } from "./event-size.js";
import { NatsLog, type NatsLogOptions } from "./nats-log.js";
import {
  type Connect,
  type Connected,
  ReconnectingTransport,
  type Session,
  type SessionContext,
} from "./reconnecting-transport.js";
import { toToken } from "./topic-token.js";
import type { Transport } from "./transport.js";

export type { NatsLogOptions } from "./nats-log.js";

/** Options of `nats`. */
export interface NatsOptions extends ConnectionOptions {
  /** What the subjects begin with, so that several hubs can share a NATS server. Default: `"datastar"`. */
  readonly prefix?: string | undefined;
  /** Keeps events in a JetStream stream, so that no process misses any. Default: events are not kept. */
  readonly log?: NatsLogOptions | undefined;
}

/**
 * Connects the hubs of several processes over NATS; it needs the package `@nats-io/transport-node`, and
 * `@nats-io/jetstream`.
 *
 * Without `log`, an event reaches every process that is connected, at most once; the events of one process in their
 * order. With `log`, it reaches every process, exactly once, and all processes see all events in one order.
 *
 * @see https://github.com/nats-io/nats.js
 */
export function nats({ prefix = "datastar", log, ...options }: NatsOptions = {}): Transport {
  if (!/^[^\s.*>]+$/.test(prefix))
    throw new TypeError(`prefix must be one token of a NATS subject, not ${JSON.stringify(prefix)}.`);
  const origin = Math.random().toString(36).slice(2);
  const natsLog = log && new NatsLog(prefix, log);
  const establish: Connect = async (topics, receiver, isFirst): Promise<Connected> => {
    // A server that does not answer any more is noticed after two pings. Each connection is a new one: see
    // ReconnectingTransport.
    const connection = await connect({ pingInterval: 10_000, ...options, reconnect: false });
    const session = new NatsSession(connection, { prefix, origin, receiver, log: natsLog });
    const begin = async (): Promise<Connected> => {
      await Promise.all(topics.map((topic) => session.subscribe(topic)));
      const missed = natsLog === undefined || (await natsLog.read(connection, receiver, isFirst));
      return { session, missed };
    };
    try {
      // What is under way on a connection that breaks, such as flush(), may never settle.
      return await Promise.race([begin(), failedBy(session.lost)]);
    } catch (error) {
      await connection.close();
      throw error;
    }
  };
  return new ReconnectingTransport(establish, log !== undefined);
}

async function failedBy(lost: Promise<unknown>): Promise<never> {
  throw (await lost) ?? new Error("the connection was closed");
}

const encoder = new TextEncoder();

class NatsSession implements Session {
  readonly lost: Promise<unknown>;
  readonly #connection: NatsConnection;
  readonly #context: SessionContext<NatsLog>;
  readonly #subscriptions = new Map<string, Subscription>();
  #flush: Promise<void> | undefined;

  constructor(connection: NatsConnection, context: SessionContext<NatsLog>) {
    this.#connection = connection;
    this.#context = context;
    this.lost = connection.closed();
    void this.#watch();
  }

  subscribe(topic: string): Promise<void> {
    const { prefix, log, receiver } = this.#context;
    // Events come out of the log, when there is one.
    const subject = `${prefix}.${log === undefined ? "*" : "nudge"}.${toToken(topic)}`;
    const callback = (error: Error | null, message: Msg): void => {
      if (error === null) this.#receive(topic, message);
      else receiver.error(error);
    };
    this.#subscriptions.set(topic, this.#connection.subscribe(subject, { callback }));
    return this.#flushed();
  }

  unsubscribe(topic: string): void {
    this.#subscriptions.get(topic)?.unsubscribe();
    this.#subscriptions.delete(topic);
  }

  async publish(topic: string, frame: string): Promise<void> {
    const { prefix, log } = this.#context;
    const bytes = encoder.encode(frame);
    const { max_payload = Infinity } = this.#connection.info ?? {};
    checkSize(topic, bytes.length, { bytes: max_payload, setBy: "max_payload of the NATS server" });
    if (log !== undefined) {
      await jetstream(this.#connection).publish(log.subject(topic), bytes);
      return;
    }
    this.#connection.publish(`${prefix}.event.${toToken(topic)}`, bytes);
    await this.#flushed();
  }

  async nudge(topic: string): Promise<void> {
    const { prefix, origin } = this.#context;
    this.#connection.publish(`${prefix}.nudge.${toToken(topic)}`, origin);
    await this.#flushed();
  }

  async close(): Promise<void> {
    if (!this.#connection.isClosed()) await this.#connection.drain();
  }

  #receive(topic: string, message: Msg): void {
    const { prefix, origin, receiver } = this.#context;
    const { subject } = message;
    if (subject.startsWith(`${prefix}.event.`)) receiver.event(topic, message.string());
    else if (subject.startsWith(`${prefix}.nudge.`) && message.string() !== origin) receiver.nudge(topic);
  }

  // The server answers when it has everything that was sent before: once for all that is sent in one turn.
  #flushed(): Promise<void> {
    return (this.#flush ??= Promise.resolve().then(() => {
      this.#flush = undefined;
      return this.#connection.flush();
    }));
  }

  async #watch(): Promise<void> {
    for await (const status of this.#connection.status()) {
      if (status.type === "error") this.#context.receiver.error(status.error);
    }
  }
}
