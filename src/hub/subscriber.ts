import type { EncodedFrame } from "../events/encoded-frame.js";
import type { ServerSentEventGenerator } from "../stream/generator.js";
import { wasLeftOut, whenLeftOut } from "../stream/send.js";

/**
 * Sends a client everything it should see now. Called when a client comes, and again whenever it may have missed
 * something. What it returns is awaited; events that are published meanwhile follow after it.
 */
export type Refresh = (sse: ServerSentEventGenerator) => unknown;

/** Bounds on what a subscriber keeps waiting: beyond them it leaves events out, and refreshes once there is room. */
export interface SubscriberLimits {
  /** Bytes that its client has not taken yet. */
  readonly queuedBytes: number;
  /** Events that arrive during a refresh. */
  readonly heldEvents: number;
}

/** One client of a hub. */
export class Subscriber {
  readonly sse: ServerSentEventGenerator;
  readonly #refresh: Refresh | undefined;
  readonly #limits: SubscriberLimits;
  readonly #report: (error: unknown) => void;
  // Events that have to wait for what comes first: a refresh, or the beginning.
  #held: EncodedFrame[] | undefined;
  // Whether events were left out, which the next refresh makes good.
  #stale = false;
  #refreshing = false;
  // Counts the refreshes: what was sent before the last one is made good by it.
  #refreshes = 0;
  #ended = false;

  constructor(
    sse: ServerSentEventGenerator,
    refresh: Refresh | undefined,
    limits: SubscriberLimits,
    report: (error: unknown) => void,
  ) {
    this.sse = sse;
    this.#refresh = refresh;
    this.#limits = limits;
    this.#report = report;
  }

  /** Whether it can be brought up to date by itself. */
  get canRefresh(): boolean {
    return this.#refresh !== undefined;
  }

  /** Sends an event in its turn. Never waits, and never throws. */
  deliver(frame: EncodedFrame): void {
    if (this.#stale || this.#ended) return;
    if (this.#held !== undefined) this.#hold(this.#held, frame);
    else this.#send(frame);
  }

  /** Sends nothing more. */
  end(): void {
    this.#ended = true;
  }

  /** Holds events back until `release` or `refresh`. */
  hold(): void {
    this.#held ??= [];
  }

  /** Sends what was held back. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const frame of held) this.deliver(frame);
  }

  /**
   * Brings the client up to date: by its refresh; or, when it has none, by breaking its connection, so that it comes
   * back and its handler starts again.
   */
  refresh(): void {
    if (this.#ended) return;
    if (this.#refreshing) this.#stale = true;
    else void this.#catchUp(this.#refresh ?? disconnect);
  }

  /** Sends events that came before, no faster than the client takes them; those that are published meanwhile follow. */
  repeat(frames: readonly EncodedFrame[]): void {
    if (frames.length > 0) void this.#catchUp(() => this.#sendAll(frames));
  }

  async #catchUp(begin: Refresh): Promise<void> {
    this.#refreshing = true;
    let show = begin;
    try {
      do {
        this.#stale = false;
        this.#refreshes++;
        const held: EncodedFrame[] = (this.#held = []);
        const shown = show(this.sse);
        await shown;
        if (wasLeftOut(shown)) {
          this.#stale = true;
          // At once, it would push out what has pushed it out, and so on.
          await this.sse.drained;
        }
        while (held.length > 0 && !this.#ended) await this.#sendAll(held.splice(0));
        show = this.#refresh ?? disconnect;
      } while (this.#stale && !this.#ended && !this.sse.closed);
    } catch (error) {
      // A refresh fails as well because its client is gone, which is no news.
      if (!this.sse.closed) {
        this.#report(error);
        this.sse.disconnect();
      }
    }
    this.#refreshing = false;
    this.release();
  }

  async #sendAll(frames: readonly EncodedFrame[]): Promise<void> {
    for (const frame of frames) {
      if (this.#ended || this.#stale) return;
      const sent = this.#begin(frame);
      if (this.sse.queuedBytes > 0) await sent;
    }
  }

  #hold(held: EncodedFrame[], frame: EncodedFrame): void {
    if (held.length < this.#limits.heldEvents) {
      held.push(frame);
      return;
    }
    held.length = 0;
    this.#stale = true;
    if (!this.#refreshing) this.refresh();
  }

  #begin(frame: EncodedFrame): Promise<void> {
    const sent = this.sse.send(frame);
    if (this.#refresh !== undefined) {
      const before = this.#refreshes;
      whenLeftOut(sent, () => {
        if (before === this.#refreshes) this.#miss();
      });
    }
    return sent;
  }

  // An event that `slowClient: "dropOldest"` has left out is as good as missed.
  #miss(): void {
    if (this.#stale || this.#ended) return;
    this.#stale = true;
    if (!this.#refreshing) void this.sse.drained.then(() => this.refresh());
  }

  #send(frame: EncodedFrame): void {
    const sent = this.#begin(frame);
    if (this.#refresh === undefined || this.sse.queuedBytes <= this.#limits.queuedBytes) return;
    this.#stale = true;
    sent.then(
      () => this.refresh(),
      () => {},
    );
  }
}

/** What brings a client up to date that has no refresh. */
function disconnect(sse: ServerSentEventGenerator): void {
  sse.disconnect();
}
