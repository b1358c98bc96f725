import { ServerResponse } from "node:http";
import { toHeaderMap } from "../base/headers.js";
import { checkNodeRequest, checkNodeResponse } from "../base/request-kind.js";
import { varyByEncoding } from "./accept-encoding.js";
import { report } from "./channel-options.js";
import { compressed } from "./compressed-sink.js";
import type { Encoding } from "./encoding.js";
import { forRequest } from "./failure.js";
import {
  forgetLengthOfStream,
  headersFor,
  type NodeRequest,
  type NodeResponse,
  sendFailure,
  setStatus,
} from "./node-response.js";
import { ResponseSink } from "./response-sink.js";
import {
  checkStreamOptions,
  run,
  streamHeaders,
  type StreamHandler,
  type StreamOptions as StreamOptionsFor,
} from "./run.js";
import { serverOf } from "./server-of.js";
import { streamTelemetry } from "./telemetry.js";

/** Options of `stream`. */
export type StreamOptions = StreamOptionsFor<NodeRequest>;

/**
 * Answers a Node.js request, of HTTP/1 or HTTP/2, with a stream of Datastar events.
 *
 * The headers go out at once; headers that were set on the response before are kept. The stream ends when the handler's
 * promise settles, or stays open with `keepOpen`; when the client goes away, `sse.signal` aborts and the next send
 * rejects.
 *
 * @returns a promise of the end of the stream, which never rejects: errors go to `onError`
 * @throws TypeError or RangeError for options that do not exist
 * @see https://data-star.dev/reference/sse_events
 */
export function stream(
  request: NodeRequest,
  response: NodeResponse,
  handler: StreamHandler,
  options: StreamOptions = {},
): Promise<void> {
  checkNodeRequest(request);
  checkNodeResponse(response);
  checkStreamOptions(options);
  const onError = forRequest(options.onError, request);
  if (response.headersSent) {
    report({ onError }, new TypeError("stream() needs a response whose headers have not been sent yet."));
    return Promise.resolve();
  }
  // Node.js keeps the headers that it has parsed, so nobody asks before they are needed.
  const header = (name: string): string | undefined => request.headers[name]?.toString();
  const encoding = options.compression?.negotiate(header("accept-encoding"));
  try {
    // The client reads no other status. One that was set before is a framework's default, or of an answer not given.
    setStatus(response, 200);
    forgetLengthOfStream(response);
    // Headers that are set one by one stay in memory for as long as the stream is open.
    response.writeHead(200, headersOf(response, options, encoding));
  } catch (error) {
    report({ onError }, error);
    sendFailure(response);
    return Promise.resolve();
  }
  if (request.method === "HEAD") {
    response.end();
    return Promise.resolve();
  }
  if (response instanceof ServerResponse) response.flushHeaders();

  return new Promise((resolve) => {
    const sink = compressed(new ResponseSink(response), encoding);
    const telemetry = streamTelemetry(request, encoding?.name);
    const channel = run(sink, handler, { ...options, onError, telemetry, server: serverOf(request) }, header);
    channel.onClose(() => resolve());
  });
}

/** @throws TypeError for headers that HTTP cannot carry */
function headersOf(
  response: NodeResponse,
  { headers: given, compression }: StreamOptions,
  encoding: Encoding | undefined,
): { [name: string]: string | string[] } {
  const headers = toHeaderMap(given);
  for (const [name, value] of Object.entries(streamHeaders))
    if (!headers.has(name) && !response.hasHeader(name)) headers.set(name, value);
  headers.set("content-type", "text/event-stream");
  if (compression !== undefined)
    headers.set("vary", varyByEncoding(headers.get("vary")?.toString() ?? response.getHeader("vary")?.toString()));
  if (encoding !== undefined) headers.set("content-encoding", encoding.name);
  return Object.fromEntries(headersFor(response, headers));
}
