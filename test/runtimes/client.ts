import { spawn } from "node:child_process";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { type ClientHttp2Session, connect } from "node:http2";
import { PassThrough, type Readable, type Transform, type Writable } from "node:stream";
import { constants, createBrotliDecompress, createGunzip } from "node:zlib";
import type { Arriving, Asking, Client, Expected } from "./exchange.js";
import { newestNode, type Platform } from "./platforms.js";
import type { Running } from "./start.js";

type Open = (path: string, asking: Asking) => Promise<Reply>;

/** Makes clients of a server: one for each check, with a connection of its own. */
export class Clients {
  readonly #server: Running;
  readonly #protocol: Platform["protocol"];
  readonly #sessions: ClientHttp2Session[] = [];

  constructor(server: Running, protocol: Platform["protocol"]) {
    this.#server = server;
    this.#protocol = protocol;
  }

  of({ name }: { readonly name: string }): Client {
    const path = `/${encodeURIComponent(name)}`;
    const open = this.#connected();
    return {
      open: (asking = {}) => open(path, asking),
      notes: async (atLeast = 0) => {
        for (;;) {
          const { text } = await (await open(`/notes${path}`, {})).end();
          const notes: readonly string[] = JSON.parse(text);
          if (notes.length >= atLeast) return notes;
        }
      },
      memory: this.#server.memory,
    };
  }

  close(): void {
    for (const session of this.#sessions) session.destroy();
  }

  #connected(): Open {
    const origin = `http://127.0.0.1:${this.#server.port}`;
    if (this.#protocol === "http1") return overHttp1(origin);
    const session = connect(origin).on("error", () => {});
    this.#sessions.push(session);
    return overHttp2(session);
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
  const [input, output] = decompressor(encoding);
  // What has arrived is what the client has seen, also when the rest never comes: a stream of Node.js forgets it then.
  const arrived = new PassThrough({ highWaterMark: 1_000_000 });
  body.on("error", () => {}).once("close", () => arrived.end());
  body.pipe(arrived).pipe(input.on("error", () => {}));
  return output;
}

// Each takes what is not complete as well.
function decompressor(encoding: unknown): readonly [input: Writable, output: Readable] {
  if (encoding === "zstd") {
    // The tests run on Node.js 20, which does not have it.
    const { stdin, stdout } = spawn(newestNode, ["-e", decompressingZstd], { stdio: ["pipe", "pipe", "inherit"] });
    return [stdin, stdout];
  }
  const both = transforms[String(encoding)]?.() ?? new PassThrough();
  return [both, both];
}

const transforms: { readonly [encoding: string]: () => Transform } = {
  gzip: () => createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }),
  br: () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }),
};

const decompressingZstd = `
  const { constants, createZstdDecompress } = require("node:zlib");
  const zstd = createZstdDecompress({ finishFlush: constants.ZSTD_e_flush });
  process.stdin.pipe(zstd).pipe(process.stdout);
`;
