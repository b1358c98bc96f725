import { type ClientRequest, get } from "node:http";

/** An event of a feed. */
export interface FeedEvent {
  readonly id: string | undefined;
  readonly signals: { readonly from?: number; readonly n?: number; readonly fresh?: boolean };
}

/**
 * A client of a feed that comes back whenever the stream breaks, to whatever address it is given then, and says what it
 * saw last: what a browser with Datastar does.
 */
export class Feed {
  readonly #address: () => string;
  readonly #onEvent: (event: FeedEvent) => void;
  #request: ClientRequest | undefined;
  #lastId: string | undefined;
  #left = false;

  constructor(address: () => string, onEvent: (event: FeedEvent) => void) {
    this.#address = address;
    this.#onEvent = onEvent;
  }

  /** Settles with the first event. */
  enter(): Promise<void> {
    return new Promise((resolve) => this.#connect(resolve));
  }

  leave(): void {
    this.#left = true;
    this.#request?.destroy();
  }

  #connect(onFirst: () => void): void {
    if (this.#left) return;
    let text = "";
    let isOver = false;
    const again = (): void => {
      if (isOver) return;
      isOver = true;
      setImmediate(() => this.#connect(onFirst));
    };
    const headers = this.#lastId === undefined ? {} : { "last-event-id": this.#lastId };
    this.#request = get(this.#address(), { headers, agent: false }, (response) => {
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
        const events = text.split("\n\n");
        text = events.pop() ?? "";
        for (const event of events) {
          this.#receive(event);
          onFirst();
        }
      });
      response.on("error", again).on("close", again);
    });
    this.#request.on("error", again);
  }

  #receive(event: string): void {
    const id = /^id: (.*)$/m.exec(event)?.[1];
    const signals = /^data: signals (.*)$/m.exec(event)?.[1];
    if (signals === undefined) return;
    this.#lastId = id ?? this.#lastId;
    this.#onEvent({ id, signals: JSON.parse(signals) });
  }
}
