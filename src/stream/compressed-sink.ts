import { EncodedFrame } from "../events/encoded-frame.js";
import type { Compressor, Encoding } from "./encoding.js";
import type { Sink, Writer } from "./sink.js";

/** A sink that compresses, or the sink itself when nothing was agreed upon. */
export function compressed(sink: Sink, encoding: Encoding | undefined): Sink {
  return encoding === undefined ? sink : new CompressedSink(sink, encoding);
}

/** Bytes that are compressed in one go, when so many wait. Each flush costs the same, however little there is. */
const batchBytes = 64 * 1024;

class CompressedSink implements Sink, Writer {
  readonly #sink: Sink;
  readonly #encoding: Encoding;
  // Opened when the first event is there, since its size says how much memory is worth spending.
  #compressor: Compressor | undefined;
  #writer: Writer | undefined;
  #batch: Uint8Array[] = [];
  #batchBytes = 0;
  #busy = false;
  // What waits for the compressor.
  #flushes: (() => void)[] = [];
  #full = false;
  #gone = false;

  constructor(sink: Sink, encoding: Encoding) {
    this.#sink = sink;
    this.#encoding = encoding;
  }

  attach(writer: Writer): void {
    this.#writer = writer;
    this.#sink.attach(this);
  }

  write(frame: string | EncodedFrame, more: boolean): boolean {
    const { bytes } = typeof frame === "string" ? new EncodedFrame(frame) : frame;
    this.#batch.push(bytes);
    this.#batchBytes += bytes.length;
    if (more && this.#batchBytes < batchBytes) return true;
    const batch = join(this.#batch, this.#batchBytes);
    this.#batch = [];
    this.#batchBytes = 0;
    this.#busy = true;
    this.#opened(batch.length).write(batch, () => {
      this.#busy = false;
      for (const callback of this.#flushes.splice(0)) this.flush(callback);
      this.#resume();
    });
    return false;
  }

  flush(callback: () => void): void {
    if (this.#busy) this.#flushes.push(callback);
    else this.#sink.flush(callback);
  }

  end(): void {
    this.#opened(0).end();
  }

  abort(): void {
    this.#release();
    this.#sink.abort();
  }

  drain(): void {
    this.#full = false;
    this.#resume();
  }

  disconnect(): void {
    this.#release();
    this.#writer?.disconnect();
  }

  broke(error: unknown): void {
    this.#release();
    this.#writer?.broke(error);
  }

  #opened(firstBytes: number): Compressor {
    if (this.#compressor !== undefined) return this.#compressor;
    const compressor = (this.#compressor = this.#encoding.open(firstBytes));
    compressor.on("data", (bytes) =>
      this.#attempt(() => {
        if (!this.#gone) this.#full = !this.#sink.write(new EncodedFrame(bytes), false);
      }),
    );
    compressor.on("end", () => this.#attempt(() => this.#sink.end()));
    compressor.on("error", (error) => this.broke(error));
    return compressor;
  }

  // Nobody has called who could catch what is thrown: it would end the process.
  #attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.broke(error);
    }
  }

  #resume(): void {
    if (!this.#busy && !this.#full && !this.#gone) this.#writer?.drain();
  }

  // Its memory lies outside of what the garbage collector sees.
  #release(): void {
    this.#gone = true;
    this.#compressor?.destroy();
  }
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const joined = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
