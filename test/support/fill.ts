import type { ServerSentEventGenerator } from "datastar-tsx";

/**
 * Sends to a client that does not read, until so many bytes wait for it.
 *
 * @param text the event of a number
 * @returns the promises of all sends
 */
export function fill(
  sse: ServerSentEventGenerator,
  bytes: number,
  text: (n: number) => string = () => "x".repeat(100_000),
): Promise<void>[] {
  const sends: Promise<void>[] = [];
  while (sse.queuedBytes < bytes) {
    // Otherwise nothing would ever wait, and this would go on until there is no memory left.
    if (sse.closed || sends.length === 1000)
      throw new Error(`${sse.queuedBytes} bytes wait after ${sends.length} sends.`);
    sends.push(sse.patchElements(text(sends.length)));
  }
  return sends;
}
