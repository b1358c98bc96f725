/** Something that a patch has changed in the page, or a signal that has another value. */
export interface Change {
  readonly what: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** A patch, or signals that have changed. */
export interface PatchEntry {
  readonly time: number;
  readonly kind: "elements" | "signals";
  /** Selector and mode; for signals, where they came from. */
  readonly target: string;
  readonly changes: Change[];
  /** How long applying it took; `undefined` until that is known. */
  milliseconds?: number;
}

/** A request of the client, with all its retries. */
export interface RequestEntry {
  readonly time: number;
  readonly method: string;
  readonly url: string;
  readonly element: Element | undefined;
  status: number | string;
  isStream: boolean;
  retries: number;
  /** How long it took; `undefined` while it is open. */
  milliseconds?: number;
}

/** What the server tells. */
export interface ServerEntry {
  readonly time: number;
  readonly kind: "finding" | "error" | "stream";
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly place?: string | undefined;
}

/** All that is shown. */
export class Store {
  readonly patches: PatchEntry[] = [];
  readonly requests: RequestEntry[] = [];
  readonly findings: ServerEntry[] = [];
  /** By the number that the server has given the stream: those that are slow, or have lost events. */
  readonly streams = new Map<number, ServerEntry>();
  /** The signals, by their paths. */
  signals: ReadonlyMap<string, unknown> = new Map();
  #listen: () => void = () => {};

  onChange(listen: () => void): void {
    this.#listen = listen;
  }

  changed(): void {
    this.#listen();
  }

  /** Adds to a list of which only the newest are kept. */
  add<Entry>(list: Entry[], entry: Entry): Entry {
    list.push(entry);
    if (list.length > limit) list.shift();
    this.changed();
    return entry;
  }
}

const limit = 200;

export const now = (): number => performance.now();

/** Text that fits into a line. */
export function short(text: string, length = 80): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}
