import type { EncodedFrame } from "../events/encoded-frame.js";
import { Channel } from "../stream/channel.js";
import { type HeaderReader, ServerSentEventGenerator } from "../stream/generator.js";
import type { SlowClient } from "../stream/queue.js";
import type { Sink, Writer } from "../stream/sink.js";
import { decode } from "./decode.js";
import { EventStreamReader } from "./event-stream.js";
import type { ReceivedEvent } from "./received.js";

/** Options of {@link recorder}. */
export interface RecorderOptions {
  /** See the options of `stream`. */
  readonly slowClient?: SlowClient | undefined;
  /** See the options of `stream`. */
  readonly maxQueuedBytes?: number | undefined;
  /** The `Last-Event-ID` of a client that has come back. */
  readonly lastEventId?: string | undefined;
}

/**
 * An `sse` that records what is sent, for code that takes one. Everything else is as it is on a real stream: order,
 * `signal`, `onClose`, what sends reject with, and what becomes of events for a client that is slow.
 *
 * ```ts
 * const sse = recorder();
 * await greet(sse);
 * expect(sse.events).toPatchElements("#greeting", <b>Hello</b>);
 * sse.leave();
 * ```
 */
export function recorder({ lastEventId, ...options }: RecorderOptions = {}): Recorder {
  const sink = new RecordingSink();
  const errors: unknown[] = [];
  // No timer: nobody needs to be told that a stream is in use.
  const channel = new Channel(sink, { ...options, keepAlive: false, onError: (error) => errors.push(error) });
  return new Recorder(channel, (name) => (name === "last-event-id" ? lastEventId : undefined), sink, errors);
}

/** An `sse` that records what is sent. Made by {@link recorder}. */
export class Recorder extends ServerSentEventGenerator {
  /** What was not the fault of any call, and `onError` would get: of callbacks, timers and sends that nobody awaits. */
  readonly errors: readonly unknown[];
  readonly #sink: RecordingSink;

  /** For `recorder`. */
  constructor(channel: Channel, header: HeaderReader, sink: RecordingSink, errors: readonly unknown[]) {
    super(channel, header);
    this.#sink = sink;
    this.errors = errors;
  }

  /** What the client has got so far. */
  get events(): readonly ReceivedEvent[] {
    return this.#sink.events;
  }

  /** The client takes nothing more for now: sends wait, until `maxQueuedBytes` is reached. */
  stall(): void {
    this.#sink.stall();
  }

  /** The client takes events again, those that wait first. */
  resume(): void {
    this.#sink.resume();
  }

  /** The client goes away. */
  leave(): void {
    this.#sink.leave();
  }

  /** The connection fails at the next send. */
  fail(error: unknown = new Error("write ECONNRESET")): void {
    this.#sink.failure = { error };
  }
}

/** Writes to a client that is in this process. */
class RecordingSink implements Sink {
  readonly events: ReceivedEvent[] = [];
  failure: { readonly error: unknown } | undefined;
  readonly #messages = new EventStreamReader();
  #writer: Writer | undefined;
  #isStalled = false;
  // What is on its way, as it would be in the buffers of a connection.
  readonly #held: string[] = [];
  #flushes: (() => void)[] = [];

  attach(writer: Writer): void {
    this.#writer = writer;
  }

  write(frame: string | EncodedFrame): boolean {
    if (this.failure !== undefined) throw this.failure.error;
    this.#held.push(typeof frame === "string" ? frame : frame.text);
    if (!this.#isStalled) this.#receive();
    return !this.#isStalled;
  }

  flush(callback: () => void): void {
    if (this.#isStalled) this.#flushes.push(callback);
    else callback();
  }

  end(): void {}

  abort(): void {}

  leave(): void {
    this.#writer?.disconnect();
  }

  stall(): void {
    this.#isStalled = true;
  }

  resume(): void {
    this.#isStalled = false;
    this.#receive();
    for (const callback of this.#flushes.splice(0)) callback();
    this.#writer?.drain();
  }

  #receive(): void {
    for (const message of this.#messages.push(this.#held.splice(0).join(""))) {
      const event = decode(message);
      if (event !== undefined) this.events.push(event);
    }
  }
}
