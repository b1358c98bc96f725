import type { IncomingMessage, ServerResponse } from "node:http";
import type { Sink } from "./channel.js";
import { reporter, run, streamHeaders, type StreamHandler, type StreamOptions } from "./run.js";

/**
 * Answers a Node.js request with a stream of Datastar events.
 *
 * The headers go out at once; headers that were set on the response before are kept. The stream ends when the handler's
 * promise settles, or stays open with `keepOpen`; when the client goes away, `sse.signal` aborts and the next send
 * rejects.
 *
 * @returns a promise of the end of the stream, which never rejects: errors go to `onError`
 * @see https://data-star.dev/reference/sse_events
 */
export function stream(
  request: IncomingMessage,
  response: ServerResponse,
  handler: StreamHandler,
  options: StreamOptions = {},
): Promise<void> {
  if (response.headersSent) {
    reporter(options)(new TypeError("stream() needs a response whose headers have not been sent yet."));
    return Promise.resolve();
  }
  for (const [name, value] of Object.entries({ ...streamHeaders, ...options.headers })) {
    if (!response.hasHeader(name) || name === "content-type" || options.headers?.[name] !== undefined) response.setHeader(name, value);
  }
  response.setHeader("content-type", "text/event-stream");
  if (request.method === "HEAD") {
    response.end();
    return Promise.resolve();
  }
  response.flushHeaders();

  return new Promise((resolve) => {
    const channel = run(new ResponseSink(response), handler, options, lastEventId(request));
    channel.onClose(() => resolve());
    // The response's own `close`: the request's is emitted as soon as its body is read.
    response.once("close", () => channel.disconnect());
    // Without a listener a socket error would end the process; `close` follows it.
    response.on("error", () => {});
    if (response.closed || response.destroyed) channel.disconnect();
  });
}

class ResponseSink implements Sink {
  readonly #response: ServerResponse;
  #room: Promise<void> | undefined;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  write(frame: string): void | Promise<void> {
    if (this.#response.write(frame)) return;
    return (this.#room ??= new Promise((resolve) => {
      const settle = (): void => {
        this.#response.off("drain", settle).off("close", settle);
        this.#room = undefined;
        resolve();
      };
      this.#response.once("drain", settle).once("close", settle);
    }));
  }

  end(): void {
    this.#response.end();
  }
}

// Duplicates of this header are joined by Node.js; its type cannot say so.
function lastEventId(request: IncomingMessage): string | undefined {
  return request.headers["last-event-id"]?.toString();
}
