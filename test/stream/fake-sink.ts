import type { EncodedFrame } from "datastar-tsx";
import type { ChannelOptions } from "../../src/stream/channel-options.js";
import { Channel } from "../../src/stream/channel.js";
import type { Sink, Writer } from "../../src/stream/sink.js";

/** A sink whose room the test decides about. */
export class FakeSink implements Sink {
  readonly written: string[] = [];
  /** What was done besides: `end`, `abort`. */
  readonly calls: string[] = [];
  room = true;
  /** What writing fails with. */
  failure: Error | undefined;
  writer: Writer | undefined;

  attach(writer: Writer): void {
    this.writer = writer;
  }

  write(frame: string | EncodedFrame): boolean {
    if (this.failure !== undefined) throw this.failure;
    this.written.push(typeof frame === "string" ? frame : frame.text);
    return this.room;
  }

  /** What waits until everything has been taken. */
  readonly flushes: (() => void)[] = [];

  flush(callback: () => void): void {
    if (this.room) callback();
    else this.flushes.push(callback);
  }

  end(): void {
    this.calls.push("end");
  }

  abort(): void {
    this.calls.push("abort");
  }

  /** Takes as much as there is. */
  drain(): void {
    this.room = true;
    for (const callback of this.flushes.splice(0)) callback();
    this.writer?.drain();
  }
}

/** A channel over a sink, and what it reports. */
export function channelOver(sink: Sink, options: Partial<ChannelOptions> = {}) {
  const errors: unknown[] = [];
  const channel = new Channel(sink, {
    maxQueuedBytes: 100,
    slowClient: "wait",
    keepAlive: false,
    onError: (error) => void errors.push(error),
    ...options,
  });
  return { channel, errors };
}
