import type { EncodedFrame } from "../events/encoded-frame.js";
import type { Send } from "./send.js";

/**
 * What becomes of the events for a client that takes them more slowly than they are sent.
 *
 * - `"wait"`: they all wait, and so do those who await their sends. When events that nobody held back exceed
 *   `maxQueuedBytes`, an error is reported and the client is disconnected.
 * - `"dropOldest"`: when they exceed `maxQueuedBytes`, the oldest are left out.
 * - `"keepLatest"`: an event takes the place of one that still waits and shows the same. That is what has the same
 *   `key`; without
 *   keys, patches that replace the same elements, and patches of the same signals, as long as nothing stands between
 *   them
 *   that cannot be left out. The client is disconnected when what is left exceeds `maxQueuedBytes`.
 * - `"disconnect"`: when they exceed `maxQueuedBytes`, the client is disconnected.
 */
export type SlowClient = (typeof slowClientPolicies)[number];

export const slowClientPolicies = ["wait", "dropOldest", "keepLatest", "disconnect"] as const;

/** An event that waits. */
export interface Entry {
  readonly send: Send;
  readonly key: string | undefined;
  /** What is to be written; missing while it is still being made. */
  frame?: EncodedFrame;
  /** Why it could not be made. */
  failure?: { readonly error: unknown };
}

/** The events that wait for one client, in their order, within a bound. */
export class FrameQueue {
  readonly #policy: SlowClient;
  readonly #maxBytes: number;
  readonly #entries: Entry[] = [];
  #bytes = 0;

  /** @param maxBytes the bound; a single event may be larger, when nothing else waits */
  constructor(policy: SlowClient, maxBytes: number) {
    this.#policy = policy;
    this.#maxBytes = maxBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get length(): number {
    return this.#entries.length;
  }

  /** The event whose turn it is, if it is there already. */
  get next(): Entry | undefined {
    const first = this.#entries[0];
    return first?.frame === undefined && first?.failure === undefined ? undefined : first;
  }

  /** Whether the event after the next one is there as well. */
  get more(): boolean {
    return this.#entries[1]?.frame !== undefined;
  }

  /** Adds an event at the end. @returns whether there was room for it */
  push(entry: Entry): boolean {
    this.#entries.push(entry);
    const { frame } = entry;
    return frame === undefined || this.fill(entry, frame);
  }

  /** Gives an event that waits already its frame. @returns whether there was room for it */
  fill(entry: Entry, frame: EncodedFrame): boolean {
    entry.frame = frame;
    this.#bytes += frame.bytes.length;
    if (this.#policy === "keepLatest") this.#supersede(entry, frame);
    if (this.#policy === "dropOldest") this.#dropOldest();
    return this.#bytes <= this.#maxBytes || this.#bytes === frame.bytes.length;
  }

  /** Takes the next event out. */
  shift(): void {
    this.#bytes -= this.#entries.shift()?.frame?.bytes.length ?? 0;
  }

  /** Takes all events out, and returns their sends. */
  clear(): Send[] {
    return this.#clearFrom(0);
  }

  /** Takes the events out from the first one on that is not there yet, and returns their sends. */
  clearFromGap(): Send[] {
    const gap = this.#entries.findIndex(({ frame }) => frame === undefined);
    return gap < 0 ? [] : this.#clearFrom(gap);
  }

  /** Lets go of those who wait, and keeps their events. */
  rejectAll(error: unknown): void {
    for (const { send } of this.#entries) send.reject(error);
  }

  #clearFrom(index: number): Send[] {
    const removed = this.#entries.splice(index);
    for (const { frame } of removed) this.#bytes -= frame?.bytes.length ?? 0;
    return removed.map(({ send }) => send);
  }

  #dropOldest(): void {
    for (let i = 0; this.#bytes > this.#maxBytes && i < this.#entries.length;) {
      const bytes = this.#entries[i]?.frame?.bytes.length;
      // The newest may be larger than the bound.
      if (bytes === this.#bytes) return;
      if (bytes === undefined) i++;
      else this.#drop(i);
    }
  }

  // The newer event stays where it is: what was sent between the two may be about the same elements, and is older.
  #supersede(entry: Entry, frame: EncodedFrame): void {
    const place = this.#entries.lastIndexOf(entry);
    const older = this.#samePlace(entry, frame, place, -1);
    if (older !== undefined) this.#drop(older);
    // An event that took longer to make than the one after it is out of date already.
    else if (this.#samePlace(entry, frame, place, 1) !== undefined) this.#drop(place);
  }

  #samePlace(entry: Entry, frame: EncodedFrame, place: number, step: 1 | -1): number | undefined {
    for (let i = place + step; ; i += step) {
      const other = this.#entries[i];
      if (other === undefined) return undefined;
      if (entry.key !== undefined) {
        if (other.key === entry.key && other.frame !== undefined) return i;
        continue;
      }
      // What adds to the page or runs in it, or is not known yet, needs what was sent before it.
      const target = other.frame?.target;
      if (frame.target === undefined || (target === undefined && other.key === undefined)) return undefined;
      if (other.key === undefined && target === frame.target) return i;
    }
  }

  #drop(index: number): void {
    const [entry] = this.#entries.splice(index, 1);
    this.#bytes -= entry?.frame?.bytes.length ?? 0;
    // Nobody has to wait any longer for what is not going to be sent.
    entry?.send.resolve();
  }
}
