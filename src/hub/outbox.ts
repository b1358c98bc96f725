import { type Message, toWire } from "./message.js";
import { down, type Transport, TransportError } from "./transport.js";

/** What becomes of events that are published while the transport is down. */
export interface OutboxOptions {
  readonly whenDown: "reject" | "buffer";
  /** Characters of events that wait for the transport, at most. */
  readonly maxBuffered: number;
}

const closed = "The hub is closed.";

interface Waiting {
  readonly topic: string;
  readonly message: Message;
  readonly resolve: (sent: Promise<void>) => void;
}

/** What goes out to the transport, and waits when that is down. */
export class Outbox {
  readonly #transport: Transport;
  readonly #options: OutboxOptions;
  #isUp = false;
  #isClosed = false;
  #buffer: Waiting[] = [];
  #buffered = 0;
  // Topics whose nudges have not arrived at the service yet. Nobody must miss one, and to get one twice does no harm.
  readonly #nudged = new Set<string>();
  #flushing = false;

  constructor(transport: Transport, options: OutboxOptions) {
    this.#transport = transport;
    this.#options = options;
  }

  publish(topic: string, message: Message): Promise<void> {
    if (this.#isClosed) return Promise.reject(new TransportError(closed));
    if (this.#isUp) return this.#transport.publish(topic, toWire(message));
    if (this.#options.whenDown === "reject") return Promise.reject(new TransportError(down));
    const { length } = message.frame;
    if (this.#buffered + length > this.#options.maxBuffered) {
      return Promise.reject(
        new TransportError("The hub's transport is down, and the buffer for what is published meanwhile is full."),
      );
    }
    this.#buffered += length;
    return new Promise((resolve) => this.#buffer.push({ topic, message, resolve }));
  }

  nudge(topic: string): void {
    if (this.#isClosed) return;
    this.#nudged.add(topic);
    if (this.#flushing) return;
    this.#flushing = true;
    // Many changes at once are one nudge.
    queueMicrotask(() => {
      this.#flushing = false;
      this.#flushNudges();
    });
  }

  up(): void {
    if (this.#isClosed) return;
    this.#isUp = true;
    this.#buffered = 0;
    // In their order, and before anything that is published from now on.
    for (const { topic, message, resolve } of this.#buffer.splice(0))
      resolve(this.#transport.publish(topic, toWire(message)));
    this.#flushNudges();
  }

  down(): void {
    this.#isUp = false;
  }

  /** Gives up what still waits, and takes nothing more. */
  close(): void {
    this.#isUp = false;
    this.#isClosed = true;
    for (const { resolve } of this.#buffer.splice(0)) resolve(Promise.reject(new TransportError(closed)));
  }

  #flushNudges(): void {
    if (!this.#isUp) return;
    for (const topic of this.#nudged) {
      this.#nudged.delete(topic);
      // Kept for the next time the transport comes up.
      this.#transport.nudge(topic).catch(() => this.#nudged.add(topic));
    }
  }
}
