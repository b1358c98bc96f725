import { isKnownError } from "../base/known-error.js";

const brand: unique symbol = Symbol.for("datastar-tsx.TransportError");

/**
 * Carries events between the processes that share a hub. A hub without one keeps to its own process.
 *
 * Two kinds of message travel: events, which are frames as text, and nudges, which only say that something changed.
 */
export interface Transport {
  /**
   * Whether it reads a log: then every event arrives, of whatever topic, in one order and with an id that all processes
   * agree on. Otherwise only what {@link subscribe} asked for arrives, and events have no ids of their own.
   */
  readonly isLog: boolean;
  /** Connects, and connects again whenever the connection is lost, until it is closed. Called once. */
  start(receiver: TransportReceiver): void;
  /** Settles once the service has the event; rejects when it does not, or when that cannot be known. */
  publish(topic: string, frame: string): Promise<void>;
  /** Settles and rejects as {@link publish} does. */
  nudge(topic: string): Promise<void>;
  /**
   * Asks for what is sent to a topic. Settles when it will arrive, or when the connection is down: everything that was
   * asked for arrives once it is up again. Never rejects. `undefined` when it arrives already.
   */
  subscribe(topic: string): Promise<void> | undefined;
  unsubscribe(topic: string): void;
  /** Sends what has been given to it, and disconnects. */
  close(): Promise<void>;
}

/** What a transport tells its hub. */
export interface TransportReceiver {
  /** How many events of the past it can make use of. */
  readonly replay: number;
  /**
   * It is connected: from now on everything arrives.
   *
   * @param missed whether events may have been missed since the last time, or the beginning
   */
  up(missed: boolean): void;
  /** The connection is lost. */
  down(): void;
  event(topic: string, frame: string, id?: string): void;
  /**
   * The last events of the log, in their order, for clients that come back: they replace all that were known. Before
   * `up`.
   */
  past(events: readonly PastEvent[]): void;
  nudge(topic: string): void;
  /**
   * A message was left out that some other program has sent.
   *
   * @param place where it was
   */
  foreign(place: string, cause?: unknown): void;
  /** For the operator of the process; it goes on by itself. */
  error(error: unknown): void;
}

/** An event out of a log. */
export interface PastEvent {
  readonly topic: string;
  readonly frame: string;
  readonly id: string;
}

/**
 * What publishing rejects with when the transport is down, or does not take the event (see `cause`). The event was not
 * sent, or may have been; it is not sent again.
 */
export class TransportError extends Error {
  override readonly name = "TransportError";

  get [brand](): true {
    return true;
  }

  /** Those of another copy of the package are recognised, too. */
  static override [Symbol.hasInstance](value: unknown): value is TransportError {
    return isKnownError(this, TransportError, brand, value);
  }
}

/** The message of that error when there is no connection. */
export const down = "The hub's transport is down.";
