import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request, type RequestOptions } from "node:http";
import { onTestFinished } from "vitest";
import { dataOf, parseEvents, type ServerSentEvent } from "./sse-parser.js";

export interface Init extends Pick<RequestOptions, "method" | "headers" | "agent"> {
  readonly body?: string | Uint8Array | undefined;
}

/** Sends a request, and returns as soon as the headers of the response are there. */
export async function open(url: string, init: Init = {}): Promise<Reply> {
  return receive(begin(url, init).end(init.body));
}

/** Opens a request whose body the test writes by itself. */
export function begin(url: string, { method = "GET", headers = {}, agent = false }: Init = {}): ClientRequest {
  const sent = request(url, { method, headers, agent });
  onTestFinished(() => void sent.destroy());
  // The test destroys requests; what it waits for tells of every other failure.
  sent.on("error", () => {});
  return sent;
}

export async function receive(sent: ClientRequest): Promise<Reply> {
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  return new Reply(response);
}

/** The request of a client that posts signals. */
export function posting(signals: unknown): Init {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(signals) };
}

/** A response that arrives bit by bit. */
export class Reply {
  readonly #response: IncomingMessage;
  #text = "";
  /** The events of the text before `#parsed`: a long stream is parsed once. */
  readonly #events: ServerSentEvent[] = [];
  #parsed = 0;

  constructor(response: IncomingMessage) {
    this.#response = response;
    response.setEncoding("utf8").on("error", () => {});
  }

  get status(): number | undefined {
    return this.#response.statusCode;
  }

  get headers(): IncomingMessage["headers"] {
    return this.#response.headers;
  }

  /** Everything that has arrived when the response is complete. */
  async text(): Promise<string> {
    while (await this.#more());
    if (!this.#response.complete) throw new Error(`The response broke off after ${JSON.stringify(this.#text)}.`);
    return this.#text;
  }

  /** The first events, once so many have arrived. */
  async events(count: number): Promise<readonly ServerSentEvent[]> {
    while (this.#parse().length < count) {
      if (!(await this.#more())) throw new Error(`The stream ended after ${JSON.stringify(this.#text)}.`);
    }
    return this.#events.slice(0, count);
  }

  #parse(): readonly ServerSentEvent[] {
    const last = this.#text.lastIndexOf("\n\n");
    if (last >= this.#parsed) {
      this.#events.push(...parseEvents(this.#text.slice(this.#parsed, last + 2)));
      this.#parsed = last + 2;
    }
    return this.#events;
  }

  /** Waits until what has arrived is as the test wants it. */
  async until(condition: (text: string) => boolean): Promise<void> {
    while (!condition(this.#text)) {
      if (!(await this.#more())) throw new Error(`The stream ended after ${JSON.stringify(this.#text)}.`);
    }
  }

  /** Goes away. */
  destroy(): void {
    this.#response.destroy();
  }

  // Reads only when asked to, so that a test can be a client that does not read.
  async #more(): Promise<boolean> {
    const response = this.#response;
    for (;;) {
      const chunk: string | null = response.read();
      if (chunk !== null) {
        this.#text += chunk;
        return true;
      }
      if (response.readableEnded || response.destroyed) return false;
      await change(response);
    }
  }
}

/** Waits for something to read, or for the end. */
function change(response: IncomingMessage): Promise<void> {
  const names = ["readable", "end", "close"];
  return new Promise((resolve) => {
    const changed = (): void => {
      for (const name of names) response.off(name, changed);
      resolve();
    };
    for (const name of names) response.on(name, changed);
  });
}

/** The elements of every event of a stream. */
export function elementsOf(text: string): (string | undefined)[] {
  return parseEvents(text).map((event) => dataOf(event)["elements"]);
}
