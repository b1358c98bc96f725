import { shared } from "../base/shared.js";
import { EncodedFrame } from "../events/encoded-frame.js";
import type { ServerSentEventGenerator } from "../stream/generator.js";

/** How many times clients are told to come back at. */
const turns = 16;

// A client of a hub may be sent away by its hub and by its server.
const leaving = shared("leaving", () => new WeakSet<ServerSentEventGenerator>());

/**
 * Makes clients come back, after they have taken what was sent to them if they do so in time.
 *
 * @param timeout milliseconds that they have for it
 * @param comeBackWithin milliseconds within which they come back, each at a time of its own
 */
export async function sendAway(
  streams: Iterable<ServerSentEventGenerator>,
  timeout: number,
  comeBackWithin: number,
): Promise<void> {
  const frames = Array.from({ length: turns }, (_, turn) => retryFrame((comeBackWithin * (turn + 1)) / turns));
  let next = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, timeout)));
  const drained = Array.from(streams, async (sse) => {
    if (leaving.has(sse)) return;
    leaving.add(sse);
    const frame = frames[next++ % turns];
    // That there is room for more does not mean that it was taken. A client that is gone already needs nothing.
    if (frame !== undefined) await Promise.race([sse.send(frame).then(() => sse.drained), late]).catch(() => {});
    // Broken off, and not ended: the client only comes back to a stream that broke.
    sse.disconnect();
  });
  await Promise.all(drained);
  clearTimeout(timer);
}

/**
 * Tells a client how long to wait before it comes back. It has no data, and so is no event. Never 0: the client doubles
 * it after each attempt that fails, and would ask without a pause until the next process is there.
 */
function retryFrame(milliseconds: number): EncodedFrame {
  return new EncodedFrame(`retry: ${Math.max(1, Math.round(milliseconds))}\n\n`);
}
