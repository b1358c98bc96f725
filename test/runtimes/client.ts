import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { type ClientHttp2Session, connect } from "node:http2";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import type { Arriving, Asking, Client, Expected } from "./exchange.js";
import type { Platform } from "./platforms.js";
import type { Running } from "./start.js";

type Open = (path: string, asking: Asking) => Promise<Reply>;

/** Makes clients of a server: one for each check. */
export class Clients {
  readonly #server: Running;
  readonly #open: Open;
  readonly #session: ClientHttp2Session | undefined;

  constructor(server: Running, protocol: Platform["protocol"]) {
    this.#server = server;
    const origin = `http://127.0.0.1:${server.port}`;
    if (protocol === "http2") this.#session = connect(origin).on("error", () => {});
    this.#open = this.#session === undefined ? overHttp1(origin) : overHttp2(this.#session);
  }

  of({ name }: { readonly name: string }): Client {
    const path = `/${encodeURIComponent(name)}`;
    return {
      open: (asking = {}) => this.#open(path, asking),
      notes: async (atLeast = 0) => {
        for (;;) {
          const { text } = await (await this.#open(`/notes${path}`, {})).end();
          const notes: readonly string[] = JSON.parse(text);
          if (notes.length >= atLeast) return notes;
        }
      },
      memory: this.#server.memory,
    };
  }

  close(): void {
    this.#session?.destroy();
  }
}

const overHttp1 =
  (origin: string): Open =>
  async (path, { method = "GET", query = "", headers = {}, body }) => {
    const sent = request(`${origin}${path}${query}`, { method, headers, agent: false }).end(body);
    const [response] = (await once(sent, "response")) as [IncomingMessage];
    // What is destroyed, and what breaks, says so a second time.
    sent.on("error", () => {});
    return new Reply(response.statusCode ?? 0, response.headers, response, () => response.complete);
  };

const overHttp2 =
  (session: ClientHttp2Session): Open =>
  async (path, { method = "GET", query = "", headers = {}, body }) => {
    const stream = session.request({ ":method": method, ":path": `${path}${query}`, ...headers });
    stream.end(body);
    const [{ ":status": status, ...received }] = (await once(stream, "response")) as [Record<string, string>];
    return new Reply(Number(status), received, stream, () => stream.rstCode === 0);
  };

class Reply implements Arriving {
  readonly status: number;
  readonly headers: NonNullable<Expected["headers"]>;
  readonly #body: Readable;
  readonly #isComplete: () => boolean;
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #decoder = new TextDecoder();
  text = "";
  bytes = 0;
  broken = false;

  constructor(status: number, headers: NonNullable<Expected["headers"]>, body: Readable, isComplete: () => boolean) {
    this.status = status;
    this.headers = headers;
    this.#body = body;
    this.#isComplete = isComplete;
    this.#chunks = decompressed(body, headers["content-encoding"])[Symbol.asyncIterator]();
  }

  async more(): Promise<boolean> {
    const { value, done } = await this.#chunks.next().catch(() => ({ value: undefined, done: true }));
    if (done === true || value === undefined) {
      this.broken = !this.#isComplete();
      return false;
    }
    this.bytes += value.length;
    this.text += this.#decoder.decode(value, { stream: true });
    return true;
  }

  async until(condition: (text: string) => boolean): Promise<void> {
    while (!condition(this.text))
      if (!(await this.more())) throw new Error(`The response ended after ${JSON.stringify(this.text)}.`);
  }

  async end(): Promise<this> {
    while (await this.more());
    return this;
  }

  destroy(): void {
    this.#body.destroy();
  }
}

function decompressed(body: Readable, encoding: unknown): Readable {
  if (encoding !== "gzip" && encoding !== "br") return body;
  return pipeline(body, encoding === "gzip" ? createGunzip() : createBrotliDecompress(), () => {});
}
