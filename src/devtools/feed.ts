import { onFinding } from "../development/findings.js";
import { placeOf } from "../development/place.js";
import type { ServerSentEventGenerator } from "../stream/generator.js";
import type { ObservedStream } from "../stream/telemetry.js";
import { subscribe } from "../telemetry/subscribe.js";
import type { FeedMessage } from "./browser/server.js";
import { isProduction } from "./production.js";

/** Milliseconds in which one line tells of all that a stream has lost. */
const interval = 250;

/**
 * Tells the overlay what the server has found: findings of the development runtime, errors that were reported, and
 * streams whose clients are slow. It is a handler of `stream`:
 *
 * ```ts
 * app.get("/devtools", (c) => stream(c.req.raw, devtoolsFeed));
 * ```
 *
 * Where `NODE_ENV` is `production`, it tells nothing.
 */
export function devtoolsFeed(sse: ServerSentEventGenerator): void {
  if (isProduction()) return;
  const send = (message: FeedMessage): void => void sse.patchSignals({ ...message });
  const streams = new Map<ObservedStream, number>();
  const troubled = new Map<ObservedStream, string>();
  // The feed of an overlay, too, is a stream.
  const trouble = (stream: ObservedStream, reason: string): void => {
    if (stream.request.header("accept") !== "text/event-stream") troubled.set(stream, reason);
  };
  const stops = [
    onFinding(({ severity, message, source }) =>
      send({ kind: "finding", severity, message, place: source && placeOf(source) }),
    ),
    subscribe("datastar-tsx:error", ({ error }) => send({ kind: "error", severity: "error", message: String(error) })),
    subscribe("datastar-tsx:stream:queued", ({ stream }) => trouble(stream, "slow")),
    subscribe("datastar-tsx:stream:dropped", ({ stream, reason }) => trouble(stream, reason)),
    subscribe("datastar-tsx:stream:closed", ({ stream, reason }) => {
      if (streams.has(stream) || reason === "overflow") trouble(stream, `ended: ${reason}`);
    }),
  ];
  sse.onClose(() => {
    for (const stop of stops) stop();
  });
  sse.every(interval, () => {
    for (const [stream, reason] of troubled) {
      if (!streams.has(stream)) streams.set(stream, streams.size);
      const { request, events, queuedBytes, dropped } = stream;
      send({
        kind: "stream",
        severity: dropped > 0 ? "error" : "warning",
        message: `${request.method} ${request.path}: ${reason}; ${events} sent, ${dropped} dropped, ${queuedBytes} bytes wait`,
        stream: streams.get(stream),
      });
    }
    troubled.clear();
  });
}
