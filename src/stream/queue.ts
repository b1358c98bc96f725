import { encodedFrameOf, replacedOf, type Sendable } from "../events/sendable.js";
import type { CloseReason } from "./closed.js";
import { Entry, EntryList } from "./entry-list.js";
import { Replacements } from "./replacements.js";
import type { Send } from "./send.js";
import type { DropReason, StreamTelemetry } from "./telemetry.js";

/**
 * What becomes of the events for a client that takes them more slowly than they are sent.
 *
 * - `"wait"`: they all wait, and so do those who await their sends. When events that nobody held back exceed
 *   `maxQueuedBytes`, an error is reported and the client is disconnected.
 * - `"dropOldest"`: when they exceed `maxQueuedBytes`, the oldest are left out.
 * - `"keepLatest"`: an event takes the place of one that still waits and shows the same. That is what has the same
 *   `key`; without keys, patches that replace the same elements, and patches of the same signals, as long as nothing
 *   stands between them that cannot be left out, such as an event given as text. The client is disconnected when what
 *   is left exceeds `maxQueuedBytes`.
 * - `"disconnect"`: when they exceed `maxQueuedBytes`, the client is disconnected.
 */
export type SlowClient = (typeof slowClientPolicies)[number];

export const slowClientPolicies = ["wait", "dropOldest", "keepLatest", "disconnect"] as const;

/** The events that wait for one client, in their order, within a bound. */
export class FrameQueue {
  readonly #policy: SlowClient;
  readonly #maxBytes: number;
  readonly #entries = new EntryList();
  readonly #replacements: Replacements | undefined;
  readonly #telemetry: StreamTelemetry | undefined;
  #bytes = 0;

  /** @param maxBytes the bound; a single event may be larger, when nothing else waits */
  constructor(policy: SlowClient, maxBytes: number, telemetry?: StreamTelemetry) {
    this.#policy = policy;
    this.#maxBytes = maxBytes;
    this.#replacements = policy === "keepLatest" ? new Replacements() : undefined;
    this.#telemetry = telemetry;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get isEmpty(): boolean {
    return this.#entries.first === undefined;
  }

  /** The event whose turn it is, if it is there already. */
  get next(): Entry | undefined {
    const { first } = this.#entries;
    return first?.isSettled === true ? first : undefined;
  }

  /** Whether the event after the next one is there as well. */
  get more(): boolean {
    return this.#entries.first?.next?.frame !== undefined;
  }

  /** Adds an event at the end. @returns whether there was room for it */
  push(send: Send, key: string | undefined, event: Sendable): boolean {
    return this.fill(this.reserve(send, key), event);
  }

  /** Adds a place at the end for an event that is still being made. */
  reserve(send: Send, key: string | undefined): Entry {
    const entry = new Entry(send, key);
    this.#entries.append(entry);
    this.#replacements?.append(entry);
    return entry;
  }

  /** Gives a place its event. @returns whether there was room for it */
  fill(entry: Entry, event: Sendable): boolean {
    const frame = encodedFrameOf(event);
    const { length } = frame.bytes;
    entry.frame = frame;
    this.#bytes += length;
    this.#telemetry?.queued(length);
    if (this.#replacements !== undefined) {
      const replaced = entry.key === undefined ? replacedOf(event) : undefined;
      for (const needless of this.#replacements.fill(entry, replaced)) {
        this.#leaveOut(needless, "keepLatest");
        // Nobody has to wait any longer for what is shown by a newer one.
        needless.send.resolve();
      }
    }
    if (this.#policy === "dropOldest") this.#dropOldest();
    return this.#bytes <= this.#maxBytes || this.#bytes === length;
  }

  /** Takes the next event out. */
  shift(): void {
    if (this.#entries.first !== undefined) this.#remove(this.#entries.first);
  }

  /** Takes all events out, and returns their sends. */
  clear(reason: CloseReason): Send[] {
    return this.#clearFrom(this.#entries.first, reason);
  }

  /** Takes the events out from the first one on that is not there yet, and returns their sends. */
  clearFromGap(reason: CloseReason): Send[] {
    let gap = this.#entries.first;
    while (gap?.frame !== undefined) gap = gap.next;
    return this.#clearFrom(gap, reason);
  }

  /** Lets go of those who wait, and keeps their events. */
  rejectAll(error: unknown): void {
    for (let entry = this.#entries.first; entry !== undefined; entry = entry.next) entry.send.reject(error);
  }

  #clearFrom(first: Entry | undefined, reason: CloseReason): Send[] {
    const sends: Send[] = [];
    for (let entry = first; entry !== undefined; entry = entry.next) {
      sends.push(entry.send);
      this.#leaveOut(entry, reason);
    }
    return sends;
  }

  #dropOldest(): void {
    for (let entry = this.#entries.first; entry !== undefined && this.#bytes > this.#maxBytes; entry = entry.next) {
      const bytes = entry.frame?.bytes.length;
      // The newest may be larger than the bound.
      if (bytes === this.#bytes) return;
      if (bytes === undefined) continue;
      this.#leaveOut(entry, "dropOldest");
      entry.send.leaveOut();
    }
  }

  #leaveOut(entry: Entry, reason: DropReason): void {
    this.#remove(entry);
    if (entry.frame !== undefined) this.#telemetry?.leftOut(entry.frame.bytes.length, reason);
  }

  #remove(entry: Entry): void {
    this.#entries.remove(entry);
    this.#replacements?.remove(entry);
    const bytes = entry.frame?.bytes.length ?? 0;
    this.#bytes -= bytes;
    this.#telemetry?.unqueued(bytes);
  }
}
