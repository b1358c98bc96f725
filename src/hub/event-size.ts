import { TransportError } from "./transport.js";

/** The largest event that a service takes. */
export interface SizeLimit {
  readonly bytes: number;
  /** What sets it, for the error. */
  readonly setBy: string;
}

/**
 * A service breaks the connection that brings it more than it takes, and so all that is under way on it.
 *
 * @throws TransportError for an event that is larger
 */
export function checkSize(topic: string, bytes: number, limit: SizeLimit): void {
  if (bytes <= limit.bytes) return;
  throw new TransportError(
    `An event of ${bytes} bytes for the topic ${JSON.stringify(topic)} was not sent: the service takes no more than ` +
      `${limit.bytes} (${limit.setBy}). Send less at once, or raise that limit.`,
  );
}
