import { decode } from "./decode.js";
import { EventStreamReader } from "./event-stream.js";
import type { ReceivedEvent } from "./received.js";
import { eventStream, replyOf } from "./reply.js";

/** Reads the events of a response one by one, as the client does. */
export class ResponseEvents {
  readonly #response: Promise<Response>;
  readonly #messages = new EventStreamReader();
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  readonly #ready: ReceivedEvent[] = [];
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  #isOver = false;
  #hasLeft = false;

  constructor(response: Promise<Response>) {
    this.#response = response;
    // Whoever reads is told.
    response.catch(() => {});
  }

  /** The next event, or `undefined` at the end. */
  async next(): Promise<ReceivedEvent | undefined> {
    while (this.#ready.length === 0 && !this.#isOver) await this.#read();
    return this.#ready.shift();
  }

  /** The client goes away. */
  async leave(): Promise<void> {
    this.#hasLeft = true;
    if (this.#reader !== undefined) await this.#reader.cancel();
    else await (await this.#response.catch(() => undefined))?.body?.cancel();
  }

  async #read(): Promise<void> {
    if (this.#reader !== undefined) return this.#readChunk(this.#reader);
    const response = await this.#response;
    await checkReadable(response);
    if (response.status === 200 && isStream(response) && response.body !== null) {
      this.#reader = response.body.getReader();
      return;
    }
    this.#isOver = true;
    if (response.status === 200) this.#ready.push(await replyOf(response));
  }

  async #readChunk(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    const { done, value } = await reader.read();
    this.#isOver = done;
    for (const message of this.#messages.push(this.#decoder.decode(value, { stream: !done }))) {
      const event = decode(message);
      if (event !== undefined) this.#ready.push(event);
    }
    const { unfinished } = this.#messages;
    if (done && !this.#hasLeft && unfinished !== "")
      throw new Error(`The stream ended within an event, which the client passes over:\n${unfinished}`);
  }
}

function isStream(response: Response): boolean {
  return response.headers.get("content-type")?.includes(eventStream) === true;
}

/** @throws Error for a response from which the client takes nothing */
async function checkReadable(response: Response): Promise<void> {
  const { status, headers } = response;
  const encoding = headers.get("content-encoding");
  if (encoding !== null)
    throw new Error(`The response is compressed (${encoding}); leave Accept-Encoding out of the request.`);
  if (status === 200 || status === 204) return;
  const location = headers.get("location");
  const said = location === null ? (await response.text()).slice(0, 500) : `location: ${location}`;
  throw new Error(`The response has status ${status}, so that the client takes nothing from it. ${said}`);
}
