import { EncodedFrame } from "../events/encoded-frame.js";
import { StreamClosedError } from "./closed.js";
import type { Sink, Writer } from "./sink.js";

/** Bytes that the body holds before a send has to wait. */
const highWaterMark = 64 * 1024;

/** The body of a web response. */
export class BodySink implements Sink {
  readonly body: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #writer: Writer | undefined;
  #full = false;

  constructor() {
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => {
          if (!this.#full) return;
          this.#full = false;
          this.#writer?.drain();
        },
        cancel: () => {
          // A cancelled stream is closed already.
          this.#controller = undefined;
          this.#writer?.disconnect();
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark }),
    );
  }

  attach(writer: Writer): void {
    this.#writer = writer;
  }

  write(frame: string | EncodedFrame): boolean {
    const controller = this.#controller;
    if (controller === undefined) return false;
    controller.enqueue((typeof frame === "string" ? new EncodedFrame(frame) : frame).bytes);
    this.#full = (controller.desiredSize ?? 0) <= 0;
    return !this.#full;
  }

  end(): void {
    this.#controller?.close();
    this.#controller = undefined;
  }

  /** The server reads no more of the body: it knows that the client is gone. */
  leave(): void {
    this.end();
    this.#writer?.disconnect();
  }

  abort(): void {
    // What a server gets for an error is how it knows that the response is not complete.
    this.#controller?.error(new StreamClosedError("disconnected"));
    this.#controller = undefined;
  }
}
