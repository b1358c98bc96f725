import { type HeaderMap, toHeaderMap, toHeaders } from "../base/headers.js";
import { checkWebRequest } from "../base/request-kind.js";
import { varyByEncoding } from "./accept-encoding.js";
import { BodySink } from "./body-sink.js";
import { report } from "./channel-options.js";
import { comment } from "./comment.js";
import { compressed } from "./compressed-sink.js";
import { encodedResponse } from "./encoded-response.js";
import { failure, forRequest } from "./failure.js";
import { checkStreamOptions, run, streamHeaders, type StreamHandler, type StreamOptions } from "./run.js";
import { streamTelemetry } from "./telemetry.js";

/**
 * Answers a request with a stream of Datastar events.
 *
 * The headers go out at once. The stream ends when the handler's promise settles, or stays open with `keepOpen`; when
 * the client goes away, `sse.signal` aborts and the next send rejects.
 *
 * ```ts
 * app.get("/feed", (c) => stream(c.req.raw, async (sse) => {
 *   await sse.patchElements(<Feed items={await list()} />);
 * }));
 * ```
 *
 * @throws TypeError or RangeError for options that do not exist
 * @see https://data-star.dev/reference/sse_events
 */
export function stream(request: Request, handler: StreamHandler, options: StreamOptions = {}): Response {
  checkWebRequest(request);
  checkStreamOptions(options);
  const onError = forRequest(options.onError, request);
  let headers: HeaderMap;
  try {
    headers = headersOf(options);
  } catch (error) {
    report({ onError }, error);
    return new Response(failure.body, failure);
  }
  const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
  const encoding = options.compression?.negotiate(header("accept-encoding"));
  if (options.compression !== undefined) headers.set("vary", varyByEncoding(headers.get("vary")?.toString()));
  if (encoding !== undefined) headers.set("content-encoding", encoding.name);
  // A HEAD request asks for the headers only; nobody would read what the handler sends.
  if (request.method === "HEAD") return new Response(null, { headers: toHeaders(headers) });

  // A comment would be the first that is compressed, and its size tells how much memory the stream needs.
  const sink = new BodySink(encoding === undefined ? comment : undefined);
  const telemetry = streamTelemetry(request, encoding?.name);
  const channel = run(compressed(sink, encoding), handler, { ...options, onError, telemetry }, header);
  // Some servers abort the request and leave the body alone.
  const leave = (): void => sink.leave();
  if (request.signal.aborted) leave();
  else request.signal.addEventListener("abort", leave);
  channel.onClose(() => request.signal.removeEventListener("abort", leave));
  return encodedResponse(sink.body, { headers: toHeaders(headers) }, encoding !== undefined);
}

/** @throws TypeError for headers that HTTP cannot carry */
function headersOf(options: StreamOptions): HeaderMap {
  const headers = toHeaderMap(options.headers);
  for (const [name, value] of Object.entries(streamHeaders)) if (!headers.has(name)) headers.set(name, value);
  headers.set("content-type", "text/event-stream");
  return headers;
}
