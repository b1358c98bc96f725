import type { EncodedFrame } from "../events/encoded-frame.js";

/** How much a hub remembers. */
export interface LogLimits {
  /** How many events, of all topics together. */
  readonly events: number;
  /** How many characters of events, of all topics together. */
  readonly characters: number;
}

/** An event that is remembered. */
export interface LogEntry {
  /** Where it stands among all events that this process has seen. */
  readonly position: number;
  readonly topic: string;
  readonly frame: EncodedFrame;
  readonly characters: number;
}

/** The last events, by their ids, for clients that come back and say which one they saw last. */
export class EventLog {
  readonly #limits: LogLimits;
  // In the order of their arrival.
  readonly #entries = new Map<string, LogEntry>();
  #characters = 0;
  #position = 0;

  constructor(limits: LogLimits) {
    this.#limits = limits;
  }

  /** The position of the last event. */
  get position(): number {
    return this.#position;
  }

  add(id: string, topic: string, frame: EncodedFrame, characters: number): void {
    this.#entries.set(id, { position: ++this.#position, topic, frame, characters });
    this.#characters += characters;
    for (const [oldest, entry] of this.#entries) {
      if (this.#entries.size <= this.#limits.events && this.#characters <= this.#limits.characters) break;
      this.#entries.delete(oldest);
      this.#characters -= entry.characters;
    }
  }

  /**
   * What came after an event; `undefined` when that event is not remembered, and so neither is all that came after it.
   */
  after(id: string): { readonly position: number; readonly entries: Iterable<LogEntry> } | undefined {
    const last = this.#entries.get(id);
    if (last === undefined) return undefined;
    return { position: last.position, entries: this.#since(last.position) };
  }

  /** Forgets everything: what follows does not follow on from it. */
  clear(): void {
    this.#entries.clear();
    this.#characters = 0;
  }

  *#since(position: number): Iterable<LogEntry> {
    for (const entry of this.#entries.values()) if (entry.position > position) yield entry;
  }
}
