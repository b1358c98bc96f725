import type { EncodedFrame } from "../events/encoded-frame.js";
import { EventMethods } from "./event-methods.js";

/**
 * Several events that are sent as one. Made by `sse.batch`; the methods are those of the stream, and return nothing.
 */
export class Batch extends EventMethods<void> {
  readonly #frames: (string | Promise<string>)[] = [];

  /** Adds an event that is encoded already. */
  send(frame: EncodedFrame | string): void {
    this.deliver(frame);
  }

  /** For `sse.batch`: all frames as one, in the order of the calls. */
  static joined(batch: Batch): string | Promise<string> {
    const frames = batch.#frames;
    return frames.every((frame) => typeof frame === "string")
      ? frames.join("")
      : Promise.all(frames).then((texts) => texts.join(""));
  }

  protected deliver(frame: string | EncodedFrame | Promise<string>): void {
    // Whatever fails fails the batch, if it is still sent at all.
    if (frame instanceof Promise) frame.catch(() => {});
    this.#frames.push(typeof frame === "string" || frame instanceof Promise ? frame : frame.text);
  }
}
