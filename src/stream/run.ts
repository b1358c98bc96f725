import { Channel, type Sink, StreamClosedError } from "./channel.js";
import { ServerSentEventGenerator } from "./generator.js";

/** Sends events until it returns; its signal aborts when the client goes away. */
export type StreamHandler = (sse: ServerSentEventGenerator) => unknown;

/** Options of `stream`. */
export interface StreamOptions {
  /** Whether the stream stays open after the handler has returned, until the client goes away or `close()` is called. Default: `false`. */
  readonly keepOpen?: boolean | undefined;
  /** Gets every error of the handler, of its sends and of its `onClose` callbacks, once. Default: `console.error`. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** More headers for the response. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The headers of an event stream. `X-Accel-Buffering` keeps proxies from holding events back. */
export const streamHeaders: Readonly<Record<string, string>> = {
  "cache-control": "no-cache",
  "content-type": "text/event-stream",
  "x-accel-buffering": "no",
};

/** Makes the reporter of errors, which never throws itself. */
export function reporter({ onError }: StreamOptions): (error: unknown) => void {
  return (error) => {
    // An asynchronous callback may return a promise although its type says nothing of it.
    const result = new Promise((resolve) => resolve(onError === undefined ? console.error(error) : onError(error)));
    result.catch((failure: unknown) => console.error(failure));
  };
}

/** Runs a handler on a channel over `sink`. The returned channel ends by itself; nothing here ever rejects. */
export function run(sink: Sink, handler: StreamHandler, options: StreamOptions, lastEventId: string | undefined): Channel {
  const channel = new Channel(sink, reporter(options));
  void handle(channel, handler, options, lastEventId);
  return channel;
}

async function handle(channel: Channel, handler: StreamHandler, { keepOpen = false }: StreamOptions, lastEventId: string | undefined): Promise<void> {
  try {
    await handler(new ServerSentEventGenerator(channel, lastEventId));
    if (!keepOpen) await channel.close("done");
  } catch (error) {
    if (!isConsequence(error, channel)) channel.fail(error);
  }
}

// A handler that is stopped by the end of its stream throws what its sends and timers reject with.
function isConsequence(error: unknown, { closed }: Channel): boolean {
  return closed && error instanceof Error && (error instanceof StreamClosedError || error.name === "AbortError");
}
