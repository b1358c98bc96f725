import { EncodedFrame } from "../events/encoded-frame.js";
import type { Sink, Writer } from "./sink.js";

/** Bytes that the body holds before a send has to wait. */
const roomFor = 64 * 1024;

/**
 * Milliseconds until a server has passed on what it has read of a body: it drops for an error what it has not, and does
 * not say when it has. That of Hono for Node.js waits for a timer before it sends the headers.
 */
const passingOn = 50;

/** The body of a web response. */
export class BodySink implements Sink {
  readonly body: ReadableStream<Uint8Array>;
  readonly #opening: EncodedFrame | undefined;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #writer: Writer | undefined;
  #isFull = false;
  #isOpened = false;
  // Whether the server asks for more, and so has taken everything.
  #isAsked = false;
  #flushes: (() => void)[] = [];

  /**
   * @param opening what is sent when the server asks for the body before anything else is there: some servers hold the
   *   headers back until they have a piece of it
   */
  constructor(opening?: EncodedFrame) {
    this.#opening = opening;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#pulled(),
        cancel: () => {
          // A cancelled stream is closed already.
          this.#controller = undefined;
          this.#writer?.disconnect();
        },
      },
      // It asks for more only when somebody reads who has all that there was.
      new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
    );
  }

  attach(writer: Writer): void {
    this.#writer = writer;
  }

  write(frame: string | EncodedFrame): boolean {
    const controller = this.#controller;
    if (controller === undefined) return false;
    this.#isAsked = false;
    this.#isOpened = true;
    controller.enqueue((typeof frame === "string" ? new EncodedFrame(frame) : frame).bytes);
    this.#isFull = -(controller.desiredSize ?? 0) >= roomFor;
    return !this.#isFull;
  }

  flush(callback: () => void): void {
    if (this.#isAsked) callback();
    else this.#flushes.push(callback);
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
    const controller = this.#controller;
    this.#controller = undefined;
    // What a server gets for an error is how it knows that the response is not complete.
    if (controller !== undefined) setTimeout(() => controller.error(brokenOff()), passingOn);
  }

  #pulled(): void {
    if (!this.#isOpened && this.#opening !== undefined) {
      this.write(this.#opening);
      return;
    }
    this.#isAsked = true;
    for (const callback of this.#flushes.splice(0)) callback();
    if (!this.#isFull) return;
    this.#isFull = false;
    this.#writer?.drain();
  }
}

/** What servers print of it is one line for each client, since no stack leads to anything. */
function brokenOff(): Error {
  const { stackTraceLimit } = Error;
  // Where it is frozen, this does nothing.
  Reflect.set(Error, "stackTraceLimit", 0);
  const error = new Error("A stream of events was broken off, so that its client comes back.");
  Reflect.set(Error, "stackTraceLimit", stackTraceLimit);
  return error;
}
