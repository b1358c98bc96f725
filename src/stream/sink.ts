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
  /**
   * Calls back, maybe at once, when all that was written has been taken: by the system, or by the server in between.
   * Where the client is gone, `disconnect` is called instead.
   */
  flush(callback: () => void): void;
  /** Ends the response after what was written. */
  end(): void;
  /** Breaks the response off, so that the client sees that it is not complete; what has not been taken is lost. */
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
