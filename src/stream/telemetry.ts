import { type AnyRequest, type ObservedRequest, observedRequest } from "../base/observed-request.js";
import { telemetryChannel } from "../base/telemetry.js";
import type { CloseReason } from "./closed.js";

/** A stream: the same object in all messages about it, with its figures as they are when they are read. */
export interface ObservedStream {
  readonly request: ObservedRequest;
  /** How it is compressed, such as `"br"`; `undefined` if it is not. */
  readonly encoding: string | undefined;
  /** How many events were sent. What `batch` sends in one piece is one. */
  readonly events: number;
  /** How many bytes were sent, before they are compressed. */
  readonly bytes: number;
  /** How many events were left out. */
  readonly dropped: number;
  /** Bytes that wait, because the client takes them more slowly than they are sent. */
  readonly queuedBytes: number;
}

/** A stream was opened. Its handler runs within the `AsyncLocalStorage`s that are bound to this channel. */
export interface StreamOpened {
  readonly stream: ObservedStream;
}

/** A stream has ended. What had been sent to a client whose connection is broken off may still follow, as `sent`. */
export interface StreamClosed {
  readonly stream: ObservedStream;
  readonly reason: CloseReason;
  /** Since it was opened. */
  readonly milliseconds: number;
  /** What failed, for the reason `"error"`. */
  readonly error?: unknown;
}

/** An event was given to the connection. */
export interface EventSent {
  readonly stream: ObservedStream;
  /** Of the event, before it is compressed. */
  readonly bytes: number;
}

/** An event has to wait, since the client has not taken those before it. */
export interface EventQueued {
  readonly stream: ObservedStream;
  readonly bytes: number;
}

/**
 * Why an event was left out: by `slowClient: "dropOldest"`; for a newer one that shows the same (`"keepLatest"`); or
 * because the stream ended while it still waited.
 */
export type DropReason = "dropOldest" | "keepLatest" | CloseReason;

/** An event that waited was left out. */
export interface EventDropped {
  readonly stream: ObservedStream;
  readonly bytes: number;
  readonly reason: DropReason;
}

const opened = telemetryChannel<StreamOpened>("stream:opened");
const closed = telemetryChannel<StreamClosed>("stream:closed");
const sent = telemetryChannel<EventSent>("stream:sent");
const queued = telemetryChannel<EventQueued>("stream:queued");
const dropped = telemetryChannel<EventDropped>("stream:dropped");
const channels = [opened, closed, sent, queued, dropped];

/** Counts what a stream does, and tells of it. */
export class StreamTelemetry implements ObservedStream {
  readonly request: ObservedRequest;
  readonly encoding: string | undefined;
  events = 0;
  bytes = 0;
  dropped = 0;
  queuedBytes = 0;
  readonly #begun = performance.now();
  #failure: { readonly error: unknown } | undefined;

  constructor(request: AnyRequest, encoding: string | undefined) {
    this.request = observedRequest(request);
    this.encoding = encoding;
  }

  /** Tells that the stream is open, and runs its handler within what is bound to that. */
  open<Result>(handle: () => Result): Result {
    return opened.runStores({ stream: this }, handle);
  }

  sent(bytes: number): void {
    this.events++;
    this.bytes += bytes;
    if (sent.hasSubscribers) sent.publish({ stream: this, bytes });
  }

  queued(bytes: number): void {
    this.queuedBytes += bytes;
    if (queued.hasSubscribers) queued.publish({ stream: this, bytes });
  }

  /** An event waits no longer. */
  unqueued(bytes: number): void {
    this.queuedBytes -= bytes;
  }

  leftOut(bytes: number, reason: DropReason): void {
    this.dropped++;
    if (dropped.hasSubscribers) dropped.publish({ stream: this, bytes, reason });
  }

  failed(error: unknown): void {
    this.#failure ??= { error };
  }

  close(reason: CloseReason): void {
    if (!closed.hasSubscribers) return;
    const milliseconds = performance.now() - this.#begun;
    closed.publish({ stream: this, reason, milliseconds, ...(reason === "error" && this.#failure) });
  }
}

/** What counts a stream that is about to be opened; nothing if nobody listens. */
export function streamTelemetry(request: AnyRequest, encoding: string | undefined): StreamTelemetry | undefined {
  for (const { hasSubscribers } of channels) if (hasSubscribers) return new StreamTelemetry(request, encoding);
  return undefined;
}
