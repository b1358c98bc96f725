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

/** The events that the Datastar client understands. */
export type EventType = "datastar-patch-elements" | "datastar-patch-signals";

/** A data line: its name, and a text that may span lines. */
export type DataLine = readonly [name: string, text: string];

const defaultRetryDuration = 1000;

/**
 * Encodes a server-sent event: `event`, `id`, `retry`, the data lines, an empty line.
 *
 * @throws TypeError or RangeError for an id or a retry duration that the format cannot carry
 */
export function frame(type: EventType, data: readonly DataLine[], { eventId, retryDuration }: EventOptions): string {
  let text = `event: ${type}\n`;
  if (eventId !== undefined)
    text += `id: ${singleLine("eventId", Number.isFinite(eventId) ? String(eventId) : eventId)}\n`;
  if (retryDuration !== undefined && retryDuration !== defaultRetryDuration)
    text += `retry: ${milliseconds(retryDuration)}\n`;
  for (const [name, value] of data) text += dataLines(name, value);
  return `${text}\n`;
}

// The client ends a line at a lone carriage return as well, so each kind of line break has to become a line of its own:
// otherwise a carriage return in somebody's text could begin an event.
function dataLines(name: string, text: string): string {
  const start = `data: ${name} `;
  if (!/[\r\n]/.test(text)) return `${start}${text}\n`;
  return `${start}${text.replace(/\r\n|\r|\n/g, `\n${start}`)}\n`;
}

/** @throws TypeError for what is not a string on one line */
export function singleLine(name: string, value: unknown): string {
  if (typeof value !== "string")
    throw new TypeError(`${name} must be a string, not ${value === null ? "null" : `a ${typeof value}`}.`);
  if (/[\r\n\0]/.test(value)) {
    throw new TypeError(
      `${name} ${JSON.stringify(value)} must not contain line breaks or NUL: it would break the event apart.`,
    );
  }
  return value;
}

function milliseconds(value: unknown): string {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return String(value);
  throw new RangeError(`retryDuration must be a whole number of milliseconds, not ${String(value)}.`);
}

/** @throws TypeError for an option that does not exist, which would otherwise be silently without effect */
export function checkOptions(options: object, known: readonly string[], method: string): void {
  for (const name of Object.keys(options)) {
    if (!known.includes(name))
      throw new TypeError(`${method} has no option "${name}"; its options are ${known.join(", ")}.`);
  }
}
