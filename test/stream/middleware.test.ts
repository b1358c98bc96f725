// Middleware that stands between the stream and the connection.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, get as requestGet, type IncomingMessage, type RequestListener, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { constants, createGunzip, gunzipSync } from "node:zlib";
import middleware from "compression";
import { EncodedFrame, patchElementsFrame, type ServerSentEventGenerator } from "datastar-tsx";
import { compression } from "datastar-tsx/compression";
import { stream, type StreamHandler, type StreamOptions } from "datastar-tsx/node";
import { describe, expect, onTestFinished, test } from "vitest";
import { elementsOf, open } from "../support/client.js";
import { deferred, turn } from "../support/deferred.js";
import { fill } from "../support/fill.js";
import { listen } from "../support/servers.js";
import { get, Wire } from "../support/wire.js";

const event = (html: string): string => patchElementsFrame(html);
const end = "0\r\n\r\n";

const hello: RequestListener = (request, response) =>
  void stream(request, response, async (sse) => {
    await sse.patchElements("é");
    await sse.send(new EncodedFrame(event("ü")));
    await sse.patchElements(Promise.resolve("ASCII"));
  });
const helloEvents = [event("é"), event("ü"), event("ASCII")];

// Not to be compressed, so that it fills the connection.
const incompressible = (n: number, size = 50_000): string => `${n} ${randomBytes(size).toString("base64")}`;

describe("middleware that replaces what the response does", () => {
  test("its write and end get every event", async () => {
    const written: string[] = [];
    const url = await listen((request, response) => {
      const { write } = response;
      response.write = (text: string | Uint8Array) => {
        written.push(Buffer.from(text).toString());
        return write.call(response, text, "utf8");
      };
      hello(request, response);
    });
    await new Wire(url, get()).until(end);
    expect(written).toEqual(helloEvents);
  });

  test("so does that of a class of its own", async () => {
    const written: string[] = [];
    class Middleware extends ServerResponse {
      override write(text: unknown, ...rest: unknown[]): boolean {
        written.push(Buffer.from(text as string).toString());
        return (super.write as (...all: unknown[]) => boolean)(text, ...rest);
      }
    }
    const server = createServer({ ServerResponse: Middleware as never }, hello).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    await new Wire(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      get("/", "1.1", "Connection: close\r\n"),
    ).all();
    expect(written).toEqual(helloEvents);
  });
});

describe("the middleware `compression`, of Express and others", () => {
  const compress = middleware({ threshold: 0 });
  const serve = (handler: StreamHandler, options: StreamOptions) =>
    listen((request, response) =>
      compress(request as never, response as never, () => void stream(request, response, handler, options)),
    );
  const ask = async (url: string) => {
    const sent = requestGet(url, { agent: false, headers: { "accept-encoding": "gzip" } });
    onTestFinished(() => void sent.destroy());
    const [response] = (await once(sent, "response")) as [IncomingMessage];
    expect(response.headers["content-encoding"]).toBe("gzip");
    return response.pipe(createGunzip()).setEncoding("utf8");
  };

  test("what was sent arrives before the stream is broken off", async () => {
    const handed = deferred<ServerSentEventGenerator>();
    const url = await serve((sse) => handed.resolve(sse), { keepOpen: true });
    const [response] = (await once(
      requestGet(url, { agent: false, headers: { "accept-encoding": "gzip" } }).on("error", () => {}),
      "response",
    )) as [IncomingMessage];
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk)).on("error", () => {});
    const broken = new Promise((resolve) => response.on("close", resolve));
    const sse = await handed.promise;
    for (let i = 1; i <= 5; i++) void sse.patchElements(`${i}`);
    sse.disconnect();
    await broken;
    const text = gunzipSync(Buffer.concat(chunks), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
    expect(elementsOf(text)).toEqual(["1", "2", "3", "4", "5"]);
    expect(response.complete).toBe(false);
  });

  test("each event arrives when it is sent", async () => {
    const handed = deferred<ServerSentEventGenerator>();
    const plain = await ask(await serve((sse) => handed.resolve(sse), { keepOpen: true }));
    const sse = await handed.promise;
    let text = "";
    plain.on("data", (more: string) => (text += more));
    for (let i = 1; i <= 3; i++) {
      await sse.patchElements(`${i}`);
      while (elementsOf(text).length < i) await once(plain, "data");
    }
    await sse.close();
    await once(plain, "end");
    expect(elementsOf(text)).toEqual(["1", "2", "3"]);
  });

  test("a send waits for a client that does not read", async () => {
    const handed = deferred<ServerSentEventGenerator>();
    const plain = await ask(await serve((sse) => handed.resolve(sse), { keepOpen: true, maxQueuedBytes: 100_000_000 }));
    const sse = await handed.promise;
    const sends = fill(sse, 1_000_000, (n) => incompressible(n)).length;
    let text = "";
    plain.on("data", (more: string) => (text += more));
    await sse.close();
    await once(plain, "end");
    expect(elementsOf(text).map((elements) => Number.parseInt(elements ?? "", 10))).toEqual(
      Array.from({ length: sends }, (_, i) => i),
    );
  });
});

describe("a client that is slow time and again does not add up listeners", () => {
  const handle: StreamHandler = async (sse) => {
    for (let n = 0; n < 30; n++) await sse.patchElements(incompressible(n, 500_000));
  };
  const compress = middleware({ threshold: 0 });
  test.each<[name: string, listener: RequestListener]>([
    ["as it is", (request, response) => void stream(request, response, handle)],
    ["compressed", (request, response) => void stream(request, response, handle, { compression: compression() })],
    [
      "compressed by middleware",
      (request, response) =>
        compress(request as never, response as never, () => void stream(request, response, handle)),
    ],
  ])("%s", async (_, listener) => {
    const warnings: Error[] = [];
    const note = (warning: Error): void => void warnings.push(warning);
    process.on("warning", note);
    onTestFinished(() => void process.off("warning", note));
    const sockets: Socket[] = [];
    const url = await listen((request, response) => {
      sockets.push(request.socket);
      listener(request, response);
    });
    const reply = await open(url, { headers: { "accept-encoding": "gzip" } });
    // It reads nothing until the connection is full, and then everything.
    await expect.poll(() => sockets[0]?.writableNeedDrain, { timeout: 20_000 }).toBe(true);
    await reply.text();
    await turn();
    expect(warnings).toEqual([]);
  });
});
