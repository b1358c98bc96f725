/** A server-sent event, as a browser would dispatch it. */
export interface ServerSentEvent {
  readonly type: string;
  readonly id: string | undefined;
  readonly retry: number | undefined;
  readonly data: string;
}

/**
 * Reads an event stream by the rules of the HTML standard: a line ends at `\r\n`, `\n` or a lone `\r`; an event ends at
 * an empty line; what has no data is no event.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function parseEvents(text: string): ServerSentEvent[] {
  const events: ServerSentEvent[] = [];
  let fields = new Map<string, string[]>();
  // What follows the last line break is a line that has not ended yet.
  for (const line of text.split(/\r\n|\n|\r/).slice(0, -1)) {
    if (line === "") {
      const event = toEvent(fields);
      if (event !== undefined) events.push(event);
      fields = new Map();
      continue;
    }
    const colon = line.indexOf(":");
    if (colon === 0) continue;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return events;
}

function toEvent(fields: ReadonlyMap<string, readonly string[]>): ServerSentEvent | undefined {
  const data = fields.get("data");
  if (data === undefined) return undefined;
  const id = fields.get("id")?.findLast((value) => !value.includes("\0"));
  const retry = fields.get("retry")?.findLast((value) => /^[0-9]+$/.test(value));
  return {
    type: fields.get("event")?.at(-1) ?? "message",
    id,
    retry: retry === undefined ? undefined : Number(retry),
    data: data.join("\n"),
  };
}

/** The data lines of a Datastar event by name; lines of one name belong together. */
export function dataOf({ data }: ServerSentEvent): Record<string, string> {
  const lines: Record<string, string> = {};
  for (const line of data.split("\n")) {
    const space = line.indexOf(" ");
    const name = line.slice(0, space);
    const text = line.slice(space + 1);
    lines[name] = Object.hasOwn(lines, name) ? `${lines[name]}\n${text}` : text;
  }
  return lines;
}
