import type { Sink } from "./channel.js";
import { run, streamHeaders, type StreamHandler, type StreamOptions } from "./run.js";

/** Bytes that may wait for a client before a send waits as well. */
const highWaterMark = 64 * 1024;

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
 * @see https://data-star.dev/reference/sse_events
 */
export function stream(request: Request, handler: StreamHandler, options: StreamOptions = {}): Response {
  const headers = new Headers(streamHeaders);
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  headers.set("content-type", "text/event-stream");
  // A HEAD request asks for the headers only; nobody would read what the handler sends.
  if (request.method === "HEAD") return new Response(null, { headers });

  const sink = new BodySink();
  const channel = run(sink, handler, options, request.headers.get("last-event-id") ?? undefined);
  const disconnect = (): void => channel.disconnect();
  sink.onCancel = disconnect;
  // Some servers abort the request and leave the body alone.
  if (request.signal.aborted) disconnect();
  else request.signal.addEventListener("abort", disconnect);
  channel.onClose(() => request.signal.removeEventListener("abort", disconnect));
  return new Response(sink.body, { headers });
}

const encoder = new TextEncoder();

class BodySink implements Sink {
  readonly body: ReadableStream<Uint8Array>;
  onCancel: () => void = () => {};

  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #room: Promise<void> | undefined;
  #resume: () => void = () => {};

  constructor() {
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#drained(),
        cancel: () => {
          // A cancelled stream is closed already.
          this.#controller = undefined;
          this.onCancel();
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark }),
    );
  }

  write(frame: string): void | Promise<void> {
    const controller = this.#controller;
    if (controller === undefined) return;
    controller.enqueue(encoder.encode(frame));
    if ((controller.desiredSize ?? 0) > 0) return;
    return (this.#room ??= new Promise((resolve) => (this.#resume = resolve)));
  }

  end(): void {
    this.#controller?.close();
    this.#drained();
  }

  #drained(): void {
    this.#resume();
    this.#room = undefined;
  }
}
