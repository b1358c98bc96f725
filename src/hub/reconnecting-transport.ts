import { Lifeline } from "./lifeline.js";
import { down, type Transport, TransportError, type TransportReceiver } from "./transport.js";

/** A connection to a service, from when it is established to when it is lost. */
export interface Session {
  /** Settles when the connection is lost, for whatever reason; never rejects. */
  readonly lost: Promise<unknown>;
  /** Settles once everything that is sent to the topic will arrive. */
  subscribe(topic: string): Promise<void>;
  unsubscribe(topic: string): void;
  /** Settles once the service has the event. */
  publish(topic: string, frame: string): Promise<void>;
  nudge(topic: string): Promise<void>;
  /** Sends what has been given to it, and disconnects. */
  close(): Promise<void>;
}

/** What a session knows of its hub. */
export interface SessionContext<Log> {
  /** What the names of its subjects, channels or keys begin with. */
  readonly prefix: string;
  /** Tells the nudges of this process from those of others. */
  readonly origin: string;
  readonly receiver: TransportReceiver;
  readonly log: Log | undefined;
}

/** A connection that is established. */
export interface Connected {
  readonly session: Session;
  /** Whether events may have been missed since the connection before it. */
  readonly missed: boolean;
}

/**
 * Establishes a connection on which the given topics arrive.
 *
 * @param isFirst whether there was none before it
 */
export type Connect = (topics: readonly string[], receiver: TransportReceiver, isFirst: boolean) => Promise<Connected>;

/** Milliseconds before a connection is tried again: twice as many each time, up to the last. */
const retry = { first: 100, last: 5000 };

/**
 * A transport over connections that are lost now and then. Each starts from nothing, so that there is one way only in
 * which a connection comes up: at first, and after a loss.
 */
export class ReconnectingTransport implements Transport {
  readonly isLog: boolean;
  readonly #connect: Connect;
  readonly #topics = new Set<string>();
  readonly #closing = new AbortController();
  #session: Session | undefined;
  #lifeline: Lifeline | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(connect: Connect, isLog: boolean) {
    this.#connect = connect;
    this.isLog = isLog;
  }

  start(receiver: TransportReceiver): void {
    this.#running = this.#run(receiver);
  }

  publish(topic: string, frame: string): Promise<void> {
    return this.#onSession((session) => session.publish(topic, frame));
  }

  nudge(topic: string): Promise<void> {
    return this.#onSession((session) => session.nudge(topic));
  }

  async subscribe(topic: string): Promise<void> {
    this.#topics.add(topic);
    // Whether it fails or not: a connection on which it fails is a lost one, and the next one has it from the start.
    await this.#onSession((session) => session.subscribe(topic)).catch(() => {});
  }

  unsubscribe(topic: string): void {
    this.#topics.delete(topic);
    this.#session?.unsubscribe(topic);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#session?.close();
    await this.#running;
  }

  async #onSession(act: (session: Session) => Promise<void>): Promise<void> {
    const session = this.#session;
    const lifeline = this.#lifeline;
    if (session === undefined || lifeline === undefined) throw new TransportError(down);
    try {
      await lifeline.hold(act(session));
    } catch (cause) {
      // It was not sent, and says so.
      if (cause instanceof TransportError) throw cause;
      throw new TransportError(
        `The hub's transport failed; what was on its way may have arrived, or not: ${describe(cause)}`,
        { cause },
      );
    }
  }

  async #run(receiver: TransportReceiver): Promise<void> {
    const { signal } = this.#closing;
    let isFirst = true;
    let failures = 0;
    while (!signal.aborted) {
      try {
        const lost = await this.#serve(receiver, isFirst);
        isFirst = false;
        failures = 0;
        if (!signal.aborted) receiver.error(lost);
      } catch (error) {
        // Once for each outage: the attempts that follow fail for the same reason.
        if (failures++ === 0 && isFirst && !signal.aborted) {
          receiver.error(
            new TransportError(`The hub's transport cannot be connected: ${describe(error)}`, { cause: error }),
          );
        }
      }
      await pause(Math.min(retry.first * 2 ** failures, retry.last), signal);
    }
  }

  /** Runs one connection until it is lost. @returns why */
  async #serve(receiver: TransportReceiver, isFirst: boolean): Promise<TransportError> {
    const topics = [...this.#topics];
    const { session, missed } = await this.#connect(topics, receiver, isFirst);
    this.#session = session;
    this.#lifeline = new Lifeline(session.lost);
    try {
      // What was asked for, and what was given up, while it was connecting.
      for (const topic of topics) if (!this.#topics.has(topic)) session.unsubscribe(topic);
      const late = [...this.#topics].filter((topic) => !topics.includes(topic));
      await Promise.race([Promise.all(late.map((topic) => session.subscribe(topic))), session.lost]);
      if (this.#closing.signal.aborted) await session.close();
      else receiver.up(missed);
      const cause = await session.lost;
      return new TransportError(`The hub's transport went down: ${describe(cause)}`, { cause });
    } finally {
      this.#session = this.#lifeline = undefined;
      receiver.down();
    }
  }
}

// Connections may be lost without an error.
const describe = (cause: unknown): string => (cause instanceof Error ? cause.message : "the connection was closed");

/**
 * Waits; no longer than until the signal aborts. Each process waits a little differently, so that they do not all come
 * at once.
 */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds * (0.5 + Math.random() / 2));
    signal.addEventListener("abort", end);
  });
}
