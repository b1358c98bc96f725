import type { HeadersInput } from "../base/headers.js";
import { checkBytes, checkMilliseconds } from "../base/limits.js";
import { pulseHeader } from "../base/pulse.js";
import { handlersUnderWay } from "../base/under-way.js";
import { checkOptions } from "../events/event-options.js";
import { type ChannelOptions, defaults } from "./channel-options.js";
import { Channel } from "./channel.js";
import { isConsequence } from "./closed.js";
import type { Compression } from "./encoding.js";
import type { ErrorHandler } from "./failure.js";
import { type HeaderReader, ServerSentEventGenerator } from "./generator.js";
import { noteKeptOpen, type OwnServer } from "./kept-open.js";
import { firstPulseAfter, pulse } from "./pulse.js";
import { type SlowClient, slowClientPolicies } from "./queue.js";
import type { Sink } from "./sink.js";

/** Sends events until it returns; its signal aborts when the client goes away. */
export type StreamHandler = (sse: ServerSentEventGenerator) => unknown;

/** Options of `stream`. `Incoming` is the request that `onError` gets. */
export interface StreamOptions<Incoming = Request> {
  /**
   * Whether the stream stays open after the handler has returned, until the client goes away or `close()` is called.
   * Default: as long as there is something that will send to it: a topic or a view of a hub, `every` or `hold`.
   */
  readonly keepOpen?: boolean | undefined;
  /**
   * Gets every error of the handler, of its sends and of its `onClose` callbacks, once, and the request. Default:
   * `console.error`.
   */
  readonly onError?: ErrorHandler<Incoming> | undefined;
  /** More headers for the response. */
  readonly headers?: HeadersInput | undefined;
  /** What becomes of the events for a client that takes them more slowly than they are sent. Default: `"wait"`. */
  readonly slowClient?: SlowClient | undefined;
  /** How many bytes may wait for a client that is slow. Default: 1 MiB. */
  readonly maxQueuedBytes?: number | undefined;
  /**
   * The longest silence, in milliseconds, before a comment tells servers and proxies that the stream is in use.
   * Default: 7,000, since Bun takes 8 seconds for too long.
   */
  readonly keepAlive?: number | false | undefined;
  /**
   * How to compress the stream, if the client accepts it: `compression()` of `datastar-tsx/compression`. Default: not
   * at all.
   */
  readonly compression?: Compression | undefined;
}

/** The headers of an event stream. `X-Accel-Buffering` keeps proxies from holding events back. */
export const streamHeaders: Readonly<Record<string, string>> = {
  "cache-control": "no-cache",
  "content-type": "text/event-stream",
  "x-accel-buffering": "no",
};

const names: readonly (keyof StreamOptions)[] = [
  "keepOpen",
  "onError",
  "headers",
  "slowClient",
  "maxQueuedBytes",
  "keepAlive",
  "compression",
];

/** @throws TypeError or RangeError for an unknown option, and what is no policy, no number of bytes or no interval */
export function checkStreamOptions(options: StreamOptions<never>): void {
  checkOptions(options, names, "stream");
  const { slowClient, maxQueuedBytes, keepAlive } = options;
  if (slowClient !== undefined && !slowClientPolicies.includes(slowClient)) {
    throw new TypeError(
      `slowClient must be one of ${slowClientPolicies.join(", ")}, not ${JSON.stringify(slowClient)}.`,
    );
  }
  if (maxQueuedBytes !== undefined) checkBytes("maxQueuedBytes", maxQueuedBytes);
  if (keepAlive !== undefined && keepAlive !== false) checkMilliseconds("keepAlive", keepAlive, 2);
}

interface RunOptions extends ChannelOptions {
  readonly keepOpen?: boolean | undefined;
  readonly server?: OwnServer;
}

/** Runs a handler on a channel over `sink`. The returned channel ends by itself; nothing here ever rejects. */
export function run(sink: Sink, handler: StreamHandler, options: RunOptions, header: HeaderReader): Channel {
  const { keepAlive = defaults.keepAlive } = options;
  const beat = keepAlive === false || header(pulseHeader) === undefined ? undefined : pulse(keepAlive);
  const channel = new Channel(sink, beat === undefined ? options : { ...options, beat });
  if (beat !== undefined) {
    const timer = setTimeout(() => void channel.send(beat), firstPulseAfter);
    channel.onClose(() => clearTimeout(timer));
  }
  const { telemetry } = options;
  // What the end of the handler leads to is within its storages, too.
  if (telemetry === undefined) void handle(channel, handler, options, header);
  else void telemetry.open(() => handle(channel, handler, options, header));
  return channel;
}

async function handle(
  channel: Channel,
  handler: StreamHandler,
  { keepOpen, server }: RunOptions,
  header: HeaderReader,
): Promise<void> {
  const sse = new ServerSentEventGenerator(channel, header);
  handlersUnderWay.add(channel);
  // Whether a handler returns whose client has left is not known.
  channel.onClose(() => handlersUnderWay.delete(channel));
  try {
    await handler(sse);
    if (keepOpen === false) await channel.close("done");
    if (keepOpen === undefined) channel.holds.wait();
    if (!channel.closed) noteKeptOpen(sse, server);
  } catch (error) {
    if (!isConsequence(error, channel)) channel.fail(error);
  } finally {
    handlersUnderWay.delete(channel);
  }
}
