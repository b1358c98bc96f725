import { type IncomingMessage, ServerResponse } from "node:http";
import type { Http2ServerRequest, Http2ServerResponse } from "node:http2";
import { report } from "./channel-options.js";
import { compressed, varyByEncoding } from "./compressed-sink.js";
import { ResponseSink } from "./response-sink.js";
import { checkStreamOptions, run, streamHeaders, type StreamHandler, type StreamOptions } from "./run.js";

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
  request: IncomingMessage | Http2ServerRequest,
  response: ServerResponse | Http2ServerResponse,
  handler: StreamHandler,
  options: StreamOptions = {},
): Promise<void> {
  checkStreamOptions(options);
  if (response.headersSent) {
    report(options, new TypeError("stream() needs a response whose headers have not been sent yet."));
    return Promise.resolve();
  }
  // Node.js keeps the headers that it has parsed, so nobody asks before they are needed.
  const header = (name: string): string | undefined => request.headers[name]?.toString();
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...streamHeaders, ...options.headers })) {
    if (!response.hasHeader(name) || options.headers?.[name] !== undefined) headers[name.toLowerCase()] = value;
  }
  headers["content-type"] = "text/event-stream";
  const encoding = options.compression?.negotiate(header("accept-encoding"));
  if (options.compression !== undefined)
    headers["vary"] = varyByEncoding(headers["vary"] ?? response.getHeader("vary")?.toString());
  if (encoding !== undefined) headers["content-encoding"] = encoding.name;
  // Headers that are set one by one stay in memory for as long as the stream is open.
  response.writeHead(response.statusCode, headers);
  if (request.method === "HEAD") {
    response.end();
    return Promise.resolve();
  }
  if (response instanceof ServerResponse) response.flushHeaders();

  return new Promise((resolve) => {
    const channel = run(compressed(new ResponseSink(response), encoding), handler, options, header);
    channel.onClose(() => resolve());
  });
}
