import { checkWholeMilliseconds } from "../base/limits.js";
import { abandon } from "../base/promises.js";

/**
 * Options of every event.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export interface EventOptions {
  /**
   * The event's id; the client repeats the last one it saw, as `Last-Event-ID`, when it reconnects. An empty id clears
   * it.
   */
  readonly eventId?: string | number | undefined;
  /** Milliseconds the client waits before it reconnects. Default: 1000. */
  readonly retryDuration?: number | undefined;
}

/** Options of an event that have been checked; those that are the client's defaults are left out. */
export interface EventFields {
  readonly id: string | undefined;
  readonly retry: number | undefined;
}

const defaultRetryDuration = 1000;
const noFields: EventFields = { id: undefined, retry: undefined };

/** @throws TypeError or RangeError for an id or a retry duration that the format cannot carry */
export function eventFields({ eventId, retryDuration }: EventOptions): EventFields {
  if (eventId === undefined && retryDuration === undefined) return noFields;
  return {
    id: eventId === undefined ? undefined : singleLine("eventId", Number.isFinite(eventId) ? String(eventId) : eventId),
    retry:
      retryDuration === undefined || retryDuration === defaultRetryDuration
        ? undefined
        : checkWholeMilliseconds("retryDuration", retryDuration),
  };
}

/** @throws TypeError for what is not a string on one line */
export function singleLine(name: string, value: unknown): string {
  if (typeof value !== "string") {
    abandon(value);
    throw new TypeError(`${name} must be a string, not ${value === null ? "null" : `a ${typeof value}`}.`);
  }
  if (/[\r\n\0]/.test(value)) {
    throw new TypeError(
      `${name} ${JSON.stringify(value)} must not contain line breaks or NUL: it would break the event apart.`,
    );
  }
  return value;
}

/**
 * @param content what is let go of when it is not sent, for the sake of an option
 * @throws TypeError for an option that does not exist, which would otherwise be silently without effect
 */
export function checkOptions(options: object, known: readonly string[], method: string, content?: unknown): void {
  const name = Object.keys(options).find((name) => !known.includes(name));
  if (name === undefined) return;
  abandon([options, content]);
  throw new TypeError(`${method} has no option "${name}"; its options are ${known.join(", ")}.`);
}

/** @throws TypeError for anything but a boolean */
export function flag(name: string, value: unknown): boolean {
  if (value === undefined || typeof value === "boolean") return value === true;
  abandon(value);
  throw new TypeError(`${name} must be true or false, not ${JSON.stringify(value)}.`);
}
