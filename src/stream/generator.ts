import { Batch } from "../events/batch.js";
import type { Elements } from "../events/elements.js";
import { EventMethods } from "../events/event-methods.js";
import type { DatastarEvent } from "../events/event.js";
import { checkFrame, type Frame } from "../events/sendable.js";
import type { PatchContext } from "../html/html.js";
import type { Channel } from "./channel.js";
import type { CloseReason } from "./closed.js";
import { patchEach, type PatchEachOptions } from "./patch-each.js";
import { every, sleep } from "./timers.js";

/** Reads a header of the request. */
export type HeaderReader = (name: string) => string | undefined;

/** Options of `send` and `batch`. */
export interface SendOptions {
  /**
   * What the event shows: with `slowClient: "keepLatest"`, it takes the place of one with the same key that still
   * waits.
   */
  readonly key?: string | undefined;
}

/**
 * Sends Datastar events to one client. Made by `stream`.
 *
 * Every send returns a promise that settles when the event is written and the connection has room for more. Sends keep
 * the order of the calls, awaited or not. Bad options throw at the call. Once the stream is closed, every send rejects
 * with a {@link StreamClosedError}; a send that nobody awaits never becomes an unhandled rejection.
 *
 * @see https://data-star.dev/reference/sse_events
 */
export class ServerSentEventGenerator extends EventMethods<Promise<void>> {
  readonly #channel: Channel;
  readonly #header: HeaderReader;

  /** For `stream`, which makes the channel and knows the request. */
  constructor(channel: Channel, header: HeaderReader) {
    super();
    this.#channel = channel;
    this.#header = header;
  }

  /** The id of the last event that the client saw before it reconnected, out of its `Last-Event-ID`. */
  get lastEventId(): string | undefined {
    return this.#header("last-event-id");
  }

  /** Aborted when the stream ends, for whatever reason. */
  get signal(): AbortSignal {
    return this.#channel.signal;
  }

  /** Whether the stream has ended. */
  get closed(): boolean {
    return this.#channel.closed;
  }

  /** Bytes that wait because the client takes them more slowly than they are sent. */
  get queuedBytes(): number {
    return this.#channel.queuedBytes;
  }

  /** Settles when the connection has taken everything that was sent, or the stream has ended. */
  get drained(): Promise<void> {
    return this.#channel.drained;
  }

  /**
   * Calls back once when the stream ends, with the reason; at once if it has ended already. This is the place to
   * unsubscribe. What the callback throws goes to `onError`.
   */
  onClose(callback: (reason: CloseReason) => void): void {
    this.#channel.onClose(callback);
  }

  /** Ends the stream once everything sent before is written. */
  close(): Promise<void> {
    return this.#channel.close("closed");
  }

  /**
   * Ends the stream at once, and breaks the connection off: the client gets what was sent already, if it takes that
   * within a second, and not what is still being made. Unlike after `close`, it tries to come back.
   */
  disconnect(): void {
    this.#channel.cut("closed");
  }

  /**
   * Waits so many milliseconds. Rejects with a {@link StreamClosedError} when the stream ends before, so that a loop
   * stops by itself.
   *
   * @throws RangeError for what no timer can wait
   */
  sleep(milliseconds: number): Promise<void> {
    return sleep(this.#channel, milliseconds);
  }

  /**
   * Calls back every so many milliseconds until the stream ends, for the first time when they have passed. It stays
   * open for that after the handler has returned. While what the callback returns is still under way, it is not called
   * again. What it fails with goes to `onError`, and ends the stream.
   *
   * ```ts
   * sse.every(1000, () => sse.patchElements(<Clock />));
   * ```
   *
   * @returns a function that ends it before
   * @throws RangeError for what no timer can wait
   */
  every(milliseconds: number, callback: () => unknown): () => void {
    return every(this.#channel, milliseconds, callback);
  }

  /**
   * Keeps the stream open after its handler has returned, until it ends, or the function is called that is returned:
   * for whoever will send later, as a hub does.
   */
  hold(): () => void {
    return this.#channel.holds.add();
  }

  /**
   * Patches parts of a page, each as soon as it is ready: none waits for another. Those that fail are reported, and
   * left out, but for parts in `Defer`, which say what they show then.
   *
   * ```ts
   * await sse.patchEach([<Weather />, <News />, <Mail />]);
   * ```
   *
   * @returns a promise that settles when all of them have been sent, or have failed
   * @throws TypeError for options that the client would refuse
   */
  patchEach(parts: readonly Elements[], options?: PatchEachOptions): Promise<void> {
    return patchEach(this, this.#channel, parts, options);
  }

  /**
   * Sends an event that is encoded already: what the functions return whose names end in `Frame`, or an `EncodedFrame`
   * of it. With `slowClient: "keepLatest"` it needs a `key`, since text does not tell what it replaces.
   *
   * @throws TypeError for text that is no event
   */
  send(frame: Frame, { key }: SendOptions = {}): Promise<void> {
    if (typeof frame === "string") checkFrame(frame, "sent");
    return this.#channel.send(frame, key);
  }

  /**
   * Sends several events in one piece: nothing comes between them, and the client gets all of them or, when one of them
   * cannot be made, none.
   *
   * ```ts
   * await sse.batch((batch) => {
   *   batch.patchElements(<Row item={item} />);
   *   batch.patchSignals({ count });
   * });
   * ```
   *
   * @param fill sends the events; if it returns a promise, they are sent when that resolves
   */
  batch(fill: (batch: Batch) => unknown, { key }: SendOptions = {}): Promise<void> {
    return this.#channel.send(Batch.filled(fill, this.#channel), key);
  }

  protected override get patchContext(): PatchContext {
    return this.#channel;
  }

  protected deliver(event: DatastarEvent | Promise<DatastarEvent>): Promise<void> {
    return this.#channel.send(event);
  }
}
