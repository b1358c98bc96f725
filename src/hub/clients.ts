import { checkMilliseconds } from "../base/limits.js";
import type { ServerSentEventGenerator } from "../stream/generator.js";

/** Options of `close`. */
export interface CloseOptions {
  /** Milliseconds that clients have to take what has been sent to them. Default: 10,000. */
  readonly timeout?: number | undefined;
  /** Milliseconds within which the clients come back, each at a time of its own. Default: 1000. */
  readonly comeBackWithin?: number | undefined;
}

/** @throws RangeError for times that no timer can wait */
export function checkCloseOptions({ timeout, comeBackWithin }: CloseOptions): void {
  if (timeout !== undefined) checkMilliseconds("timeout", timeout);
  if (comeBackWithin !== undefined) checkMilliseconds("comeBackWithin", comeBackWithin);
}

/** The clients of a hub, and what ends when they go. */
export class Clients {
  readonly #clients = new Map<ServerSentEventGenerator, Set<() => void>>();

  /**
   * Calls `leave` when a client goes away, and never twice. Until then its stream stays open.
   *
   * @returns a function that calls it before
   */
  add(sse: ServerSentEventGenerator, leave: () => void): () => void {
    const leaving = this.#of(sse);
    const release = sse.hold();
    const end = (): void => {
      if (!leaving.delete(end)) return;
      leave();
      release();
    };
    leaving.add(end);
    // It may have ended before it came in: what is sent to it at first can be too much for it.
    if (!this.#clients.has(sse)) end();
    return end;
  }

  /** All who are there. */
  all(): Iterable<ServerSentEventGenerator> {
    return this.#clients.keys();
  }

  #of(sse: ServerSentEventGenerator): Set<() => void> {
    const known = this.#clients.get(sse);
    if (known !== undefined) return known;
    const leaving = new Set<() => void>();
    this.#clients.set(sse, leaving);
    sse.onClose(() => {
      this.#clients.delete(sse);
      for (const end of leaving) end();
    });
    return leaving;
  }
}
