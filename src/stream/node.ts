import { type IncomingMessage, ServerResponse } from "node:http";
import type { Http2ServerRequest, Http2ServerResponse } from "node:http2";
import { compressed, varyByEncoding } from "./compressed-sink.js";
import { ResponseSink } from "./response-sink.js";
import { checkStreamOptions, reporter, run, streamHeaders, type StreamHandler, type StreamOptions } from "./run.js";

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
    reporter(options)(new TypeError("stream() needs a response whose headers have not been sent yet."));
    return Promise.resolve();
  }
  for (const [name, value] of Object.entries({ ...streamHeaders, ...options.headers })) {
    if (!response.hasHeader(name) || name === "content-type" || options.headers?.[name] !== undefined) response.setHeader(name, value);
  }
  response.setHeader("content-type", "text/event-stream");
  const encoding = options.compression?.negotiate(headerOf(request, "accept-encoding"));
  if (options.compression !== undefined) response.setHeader("vary", varyByEncoding(response.getHeader("vary")?.toString()));
  if (encoding !== undefined) response.setHeader("content-encoding", encoding.name);
  if (request.method === "HEAD") {
    response.end();
    return Promise.resolve();
  }
  if (response instanceof ServerResponse) response.flushHeaders();
  else response.writeHead(response.statusCode);

  return new Promise((resolve) => {
    const channel = run(compressed(new ResponseSink(response), encoding), handler, options, headerOf(request, "last-event-id"));
    channel.onClose(() => resolve());
  });
}

function headerOf({ headers }: IncomingMessage | Http2ServerRequest, name: string): string | undefined {
  return headers[name]?.toString();
}
