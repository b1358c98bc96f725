import type { EncodedFrame } from "../events/encoded-frame.js";
import { encodedFrameOf, frameOf, type Sendable } from "../events/sendable.js";
import { type ChannelOptions, defaults, report } from "./channel-options.js";
import { type CloseReason, StreamClosedError } from "./closed.js";
import { comment } from "./comment.js";
import { Ending } from "./ending.js";
import { Holds } from "./holds.js";
import { Lifetime } from "./lifetime.js";
import { FrameQueue } from "./queue.js";
import { newSend, rejected, type Send } from "./send.js";
import type { Sink, Writer } from "./sink.js";

const written = Promise.resolve();
const none: readonly never[] = [];

/**
 * An ordered way to one client, with a beginning and an end.
 *
 * Sends keep their order even when some of their frames are still being made. It ends exactly once; from then on
 * `signal` is aborted and every send rejects, so that a handler that awaits its sends stops by itself.
 */
export class Channel implements Writer {
  readonly holds = new Holds(() => void this.close("done"));
  readonly #sink: Sink;
  readonly #options: ChannelOptions;
  readonly #timer: ReturnType<typeof setInterval> | undefined;
  readonly #lifetime: Lifetime;
  readonly #ending: Ending;
  // Made when it is needed, which on most streams it never is.
  #lazyQueue: FrameQueue | undefined;
  // Whether the sink has no room, and who waits for it, with their events written.
  #full = false;
  #waiting: readonly Send[] = none;
  #onDrained: readonly (() => void)[] = none;
  #idle = true;
  // Set as soon as nothing more is accepted; the lifetime ends when the rest is written.
  #closing: CloseReason | undefined;

  constructor(sink: Sink, options: ChannelOptions) {
    this.#sink = sink;
    this.#options = options;
    this.#lifetime = new Lifetime(options);
    this.#ending = new Ending(
      sink,
      (error) => report(options, error),
      () => this.#dropAll("error"),
    );
    const { keepAlive = defaults.keepAlive } = options;
    if (keepAlive !== false) {
      // Looking twice in each interval leaves no silence longer than it, and costs a send no more than a flag.
      this.#timer = setInterval(beat, keepAlive / 2, this);
      // Only Node.js and its like keep a process alive for a timer.
      if (typeof this.#timer === "object") this.#timer.unref();
    }
    sink.attach(this);
  }

  get signal(): AbortSignal {
    return this.#lifetime.signal;
  }

  get closed(): boolean {
    return this.#closing !== undefined;
  }

  get queuedBytes(): number {
    return this.#lazyQueue?.bytes ?? 0;
  }

  /** Settles when everything that was sent has been taken, or the stream has ended. */
  get drained(): Promise<void> {
    if (this.#reason !== undefined) return written;
    const drained = new Promise<void>((resolve) => (this.#onDrained = [...this.#onDrained, resolve]));
    this.#flushIfDrained();
    return drained;
  }

  /** @returns a function that takes the callback back */
  onClose(callback: (reason: CloseReason) => void): () => void {
    return this.#lifetime.onEnd(callback);
  }

  /** Reports an error, and goes on. */
  report(error: unknown): void {
    report(this.#options, error);
  }

  /** Writes an event in its turn. The promise settles when it is written, or left out, and there is room for more. */
  send(event: Sendable | Promise<Sendable>, key?: string): Promise<void> {
    // It may fail while its turn has not come yet, or never comes, which must not count as unhandled.
    if (event instanceof Promise) event.catch(() => {});
    if (this.#closing !== undefined) return rejected(new StreamClosedError(this.#closing));
    if (event instanceof Promise) return this.#enqueueLater(event, key);
    if (this.#full || !this.#isQueueEmpty) return this.#enqueue(event, key);
    if (this.#write(frameOf(event), false)) return written;
    if (this.#reason !== undefined) return rejected(new StreamClosedError(this.#reason));
    const send = newSend();
    this.#wait([send]);
    return send.promise;
  }

  /** Accepts nothing more, and ends the stream once everything sent before is written. */
  close(reason: CloseReason): Promise<void> {
    this.#closing ??= reason;
    const ended = new Promise<void>((resolve) => this.onClose(() => resolve()));
    this.#endIfDrained();
    return ended;
  }

  /**
   * Ends the stream at once; what is still being made is lost. The connection is broken off when the client has taken
   * what was sent before, or has had time enough for it.
   */
  cut(reason: CloseReason): void {
    this.#wait(this.#lazyQueue?.clearFromGap(reason) ?? none);
    this.#ending.cut();
    this.#finish(reason);
    this.#endIfDrained();
  }

  disconnect(): void {
    this.#ending.leave();
    this.#dropAll("disconnected");
  }

  broke(error: unknown): void {
    // What follows from the end is not the reason for it; but what is not complete must not look as if it were.
    const isNews = !this.#ending.isOver && !this.#ending.isCut && this.#reason !== "error";
    this.#options.telemetry?.failed(error);
    // Before it is reported: what `onError` sends would only break again.
    this.#ending.abort();
    if (isNews) this.report(error);
  }

  /**
   * Reports an error and ends the stream after what was sent before. Whatever follows from that is not reported again.
   */
  fail(error: unknown): void {
    if (this.#reason === "error") return;
    this.#options.telemetry?.failed(error);
    this.report(error);
    if (this.#reason !== undefined) return;
    this.#wait(this.#lazyQueue?.clearFromGap("error") ?? none);
    this.#closing = "error";
    this.#endIfDrained();
    this.#finish("error");
  }

  drain(): void {
    if (this.#ending.isOver) return;
    this.#full = false;
    for (const send of this.#released()) send.resolve();
    for (let entry = this.#lazyQueue?.next; entry !== undefined && !this.#full; entry = this.#queue.next) {
      const { send, frame, failure } = entry;
      const { more } = this.#queue;
      this.#queue.shift();
      if (frame === undefined) {
        send.reject(failure?.error);
        if (send.promise.observed) continue;
        this.#wait(this.#queue.clear("error"));
        this.fail(failure?.error);
      } else if (this.#write(frame, more)) send.resolve();
      else this.#wait([send]);
    }
    this.#flushIfDrained();
    // The sink may have failed meanwhile.
    if (this.#ending.isOver && this.#reason !== undefined) this.#finish(this.#reason);
    this.#endIfDrained();
  }

  get #reason(): CloseReason | undefined {
    return this.#lifetime.reason;
  }

  get #queue(): FrameQueue {
    const { slowClient = defaults.slowClient, maxQueuedBytes = defaults.maxQueuedBytes, telemetry } = this.#options;
    return (this.#lazyQueue ??= new FrameQueue(slowClient, maxQueuedBytes, telemetry));
  }

  get #isQueueEmpty(): boolean {
    return this.#lazyQueue?.isEmpty ?? true;
  }

  #wait(sends: readonly Send[]): void {
    if (sends.length > 0) this.#waiting = [...this.#waiting, ...sends];
  }

  #released(): readonly Send[] {
    const sends = this.#waiting;
    this.#waiting = none;
    return sends;
  }

  #write(frame: string | EncodedFrame, more: boolean): boolean {
    const { telemetry } = this.#options;
    if (telemetry === undefined) return this.#put(frame, more);
    const encoded = encodedFrameOf(frame);
    const hasRoom = this.#put(encoded, more);
    // With neither, the sink is broken.
    if (hasRoom || this.#full) telemetry.sent(encoded.bytes.length);
    return hasRoom;
  }

  #put(frame: string | EncodedFrame, more: boolean): boolean {
    this.#idle = false;
    try {
      this.#full = !this.#sink.write(frame, more);
    } catch (error) {
      this.broke(error);
      return false;
    }
    return !this.#full;
  }

  #enqueue(event: Sendable, key: string | undefined): Promise<void> {
    const send = newSend();
    if (!this.#queue.push(send, key, event)) this.#overflow();
    return send.promise;
  }

  #enqueueLater(event: Promise<Sendable>, key: string | undefined): Promise<void> {
    const send = newSend();
    const entry = this.#queue.reserve(send, key);
    const settled = (): void => {
      if (!this.#full) this.drain();
    };
    event.then(
      (made) => {
        if (this.#reason !== undefined) return;
        if (this.#queue.fill(entry, made)) settled();
        else this.#overflow();
      },
      (error: unknown) => {
        entry.failure = { error };
        settled();
      },
    );
    return send.promise;
  }

  #overflow(): void {
    const { slowClient = defaults.slowClient, maxQueuedBytes = defaults.maxQueuedBytes } = this.#options;
    // Before it is reported: what `onError` sends would only overflow again.
    this.#wait(this.#queue.clear("overflow"));
    this.cut("overflow");
    if (slowClient !== "wait") return;
    this.report(
      new RangeError(
        `A client takes its events too slowly: more than ${maxQueuedBytes} bytes wait. Await the sends, or choose with slowClient what becomes of them.`,
      ),
    );
  }

  #flushIfDrained(): void {
    if (this.#onDrained === none || this.#full || !this.#isQueueEmpty) return;
    this.#sink.flush(() => {
      if (!this.#full && this.#isQueueEmpty) this.#tellDrained();
    });
  }

  #tellDrained(): void {
    const callbacks = this.#onDrained;
    this.#onDrained = none;
    for (const callback of callbacks) callback();
  }

  #endIfDrained(): void {
    if (this.#closing === undefined || this.#ending.isOver || this.#full || !this.#isQueueEmpty) return;
    this.#ending.complete();
    this.#finish(this.#closing);
  }

  #dropAll(reason: CloseReason): void {
    this.#wait(this.#lazyQueue?.clear(this.#reason ?? reason) ?? none);
    this.#finish(reason);
  }

  #finish(reason: CloseReason): void {
    const closed = new StreamClosedError(this.#reason ?? reason);
    // Those who wait are let go, even when their events are still to be written.
    for (const send of this.#released()) send.reject(closed);
    if (this.#reason !== undefined) return;
    this.#closing = reason;
    this.#lazyQueue?.rejectAll(closed);
    clearInterval(this.#timer);
    this.#tellDrained();
    this.#lifetime.end(closed);
    this.#options.telemetry?.close(reason);
  }

  /** Tells whoever is in between that the stream is in use, when nothing else has since the last time. */
  beat(): void {
    if (this.#idle && !this.#full && !this.#ending.isOver) this.#put(this.#options.beat ?? comment, false);
    this.#idle = true;
  }
}

function beat(channel: Channel): void {
  channel.beat();
}
