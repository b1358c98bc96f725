/** An event of a stream, as the client takes it apart. */
export interface Message {
  readonly event: string;
  readonly id: string | undefined;
  readonly retry: number | undefined;
  /** The data lines, by the word that they begin with; those with the same one are joined. */
  readonly data: { readonly [name: string]: string };
}

/**
 * Takes a stream of events apart, as the Datastar client does and not as the specification says: a line ends at a line
 * feed, a carriage return, or both; a field needs a colon; and an event without data is one.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export class EventStreamReader {
  #rest = "";
  #endsInReturn = false;
  #fields: [name: string, value: string][] = [];

  /** The start of an event that has not come to its end. */
  get unfinished(): string {
    return [...this.#fields.map(([name, value]) => `${name}: ${value}`), this.#rest].join("\n").trim();
  }

  /** Takes more of the stream. @returns the events that are complete now */
  push(text: string): readonly Message[] {
    // The carriage return at the end of what came before has ended its line, and this is the rest of that line break.
    const lines = (this.#rest + (this.#endsInReturn ? text.replace(/^\n/, "") : text)).split(/\r\n|\r|\n/);
    if (text !== "") this.#endsInReturn = text.endsWith("\r");
    this.#rest = lines.pop() ?? "";
    return lines.flatMap((line) => this.#take(line) ?? []);
  }

  #take(line: string): Message | undefined {
    if (line === "") return this.#complete();
    const [, name = "", value = ""] = /^([^:]+): ?(.*)$/s.exec(line) ?? [];
    if (name !== "") this.#fields.push([name, value]);
    return undefined;
  }

  #complete(): Message | undefined {
    const fields = this.#fields;
    this.#fields = [];
    if (fields.length === 0) return undefined;
    const last = (wanted: string): string | undefined => fields.findLast(([name]) => name === wanted)?.[1];
    const retry = Number(last("retry"));
    return {
      event: last("event") ?? "",
      id: last("id"),
      retry: Number.isNaN(retry) ? undefined : retry,
      data: joined(fields.flatMap(([name, value]) => (name === "data" ? [value] : []))),
    };
  }
}

function joined(lines: readonly string[]): { [name: string]: string } {
  const data: { [name: string]: string } = {};
  for (const line of lines) {
    const space = line.indexOf(" ");
    if (space < 0) continue;
    const name = line.slice(0, space);
    const text = line.slice(space + 1);
    data[name] = Object.hasOwn(data, name) ? `${data[name]}\n${text}` : text;
  }
  return data;
}
