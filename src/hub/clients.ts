import { checkMilliseconds } from "../base/limits.js";
import { EncodedFrame } from "../events/encoded-frame.js";
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

/** How many times clients are told to come back at. */
const turns = 16;

/** The clients of a hub, and what ends when they go. */
export class Clients {
  readonly #clients = new Map<ServerSentEventGenerator, Set<() => void>>();

  /**
   * Calls `leave` when a client goes away, and never twice.
   *
   * @returns a function that calls it before
   */
  add(sse: ServerSentEventGenerator, leave: () => void): () => void {
    const leaving = this.#of(sse);
    const end = (): void => {
      if (leaving.delete(end)) leave();
    };
    leaving.add(end);
    // It may have ended before it came in: what is sent to it at first can be too much for it.
    if (!this.#clients.has(sse)) end();
    return end;
  }

  /** Makes all clients come back, after they have taken what was sent to them if they do so in time. Milliseconds. */
  async sendAway(timeout: number, comeBackWithin: number): Promise<void> {
    const frames = Array.from({ length: turns }, (_, turn) => retryFrame((comeBackWithin * turn) / turns));
    let next = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, timeout)));
    const drained = Array.from(this.#clients.keys(), async (sse) => {
      const frame = frames[next++ % turns];
      // That there is room for more does not mean that it was taken. A client that is gone already needs nothing.
      if (frame !== undefined) await Promise.race([sse.send(frame).then(() => sse.drained), late]).catch(() => {});
      // Broken off, and not ended: the client only comes back to a stream that broke.
      sse.disconnect();
    });
    await Promise.all(drained);
    clearTimeout(timer);
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

/** Tells a client how long to wait before it comes back. It has no data, and so is no event. */
function retryFrame(milliseconds: number): EncodedFrame {
  return new EncodedFrame(`retry: ${Math.round(milliseconds)}\n\n`);
}
