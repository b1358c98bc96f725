import { telemetryChannel } from "../base/telemetry.js";
import type { EncodedFrame } from "../events/encoded-frame.js";
import type { SlowClient } from "./queue.js";
import type { StreamTelemetry } from "./telemetry.js";

/** How a channel treats its client. */
export interface ChannelOptions {
  readonly maxQueuedBytes?: number | undefined;
  readonly slowClient?: SlowClient | undefined;
  /** Milliseconds. */
  readonly keepAlive?: number | false | undefined;
  /** What goes out when nothing else does, in place of a comment. */
  readonly beat?: EncodedFrame | undefined;
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Missing when nobody listens. */
  readonly telemetry?: StreamTelemetry | undefined;
}

export const defaults = {
  slowClient: "wait",
  maxQueuedBytes: 1024 * 1024,
  // Bun closes a connection on which nothing was sent for 8 to 12 seconds; proxies and browsers wait longer.
  keepAlive: 7000,
} as const;

/** Something has failed, and was reported: what `onError` gets, or else the console. */
export interface ErrorReported {
  readonly error: unknown;
}

const errors = telemetryChannel<ErrorReported>("error");

/** Reports an error, without ever throwing itself. */
export function report({ onError }: Pick<ChannelOptions, "onError">, error: unknown): void {
  if (errors.hasSubscribers) errors.publish({ error });
  // An asynchronous callback may return a promise although its type says nothing of it.
  const result = new Promise((resolve) => resolve(onError === undefined ? console.error(error) : onError(error)));
  // What it fails with says nothing of what it was told, which nobody else has seen.
  result.catch((failure: unknown) => new Set([failure, error]).forEach((lost) => console.error(lost)));
}
