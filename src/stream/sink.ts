import type { EncodedFrame } from "../events/encoded-frame.js";

/** Where the frames go: one for each kind of server. */
export interface Sink {
  /** Tells who writes, once, before anything is written. */
  attach(writer: Writer): void;
  /**
   * Writes a frame.
   *
   * @param more whether another one follows at once, so that both can go together
   * @returns whether there is room for more; if not, `drain` says when there is
   */
  write(frame: string | EncodedFrame, more: boolean): boolean;
  /** Ends the response after what was written. */
  end(): void;
  /** Breaks the response off. */
  abort(): void;
}

/** What a sink tells the one who writes to it. */
export interface Writer {
  /** There is room again. */
  drain(): void;
  /** The client is gone. */
  disconnect(): void;
  /** The sink cannot go on. */
  broke(error: unknown): void;
}
