import type { EncodedFrame } from "../events/encoded-frame.js";
import type { Send } from "./send.js";

/** An event that waits, or the place of one that is still being made. */
export class Entry {
  readonly send: Send;
  readonly key: string | undefined;
  /** What is to be written. */
  frame: EncodedFrame | undefined;
  /** Why it could not be made. */
  failure: { readonly error: unknown } | undefined;
  previous: Entry | undefined;
  /** Stays when the entry is taken out, so that a loop over the list can take out what it comes to. */
  next: Entry | undefined;

  constructor(send: Send, key: string | undefined) {
    this.send = send;
    this.key = key;
  }

  get isSettled(): boolean {
    return this.frame !== undefined || this.failure !== undefined;
  }
}

/** Entries in their order; each can be taken out in a time that does not depend on how many there are. */
export class EntryList {
  #first: Entry | undefined;
  #last: Entry | undefined;

  get first(): Entry | undefined {
    return this.#first;
  }

  append(entry: Entry): void {
    entry.previous = this.#last;
    if (this.#last === undefined) this.#first = entry;
    else this.#last.next = entry;
    this.#last = entry;
  }

  /** @param entry one that is in the list */
  remove(entry: Entry): void {
    const { previous, next } = entry;
    if (previous === undefined) this.#first = next;
    else previous.next = next;
    if (next === undefined) this.#last = previous;
    else next.previous = previous;
  }
}
