// What happens on the wire of HTTP/1, where events are written past the response: see ResponseSink.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, get as requestGet, type IncomingMessage, type RequestListener, ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { createGunzip } from "node:zlib";
import middleware from "compression";
import { EncodedFrame, patchElementsFrame, type CloseReason, type ServerSentEventGenerator } from "datastar-tsx";
import { compression } from "datastar-tsx/compression";
import { stream, type StreamHandler, type StreamOptions } from "datastar-tsx/node";
import { describe, expect, onTestFinished, test } from "vitest";
import { elementsOf, open } from "../support/client.js";
import { deferred, turn } from "../support/deferred.js";
import { fill } from "../support/fill.js";
import { listen } from "../support/servers.js";

const event = (html: string): string => patchElementsFrame(html);
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const end = "0\r\n\r\n";

/** A client that writes bytes and reads bytes. */
class Wire {
  readonly socket: Socket;
  #text = "";

  constructor(url: string, text: string) {
    this.socket = connect(Number(new URL(url).port), "127.0.0.1").setEncoding("utf8");
    onTestFinished(() => void this.socket.destroy());
    this.socket.on("error", () => {});
    this.socket.on("data", (text: string) => (this.#text += text));
    this.socket.write(text);
  }

  async until(ending: string): Promise<string> {
    while (!this.#text.endsWith(ending)) await once(this.socket, "data");
    return this.#text;
  }

  async all(): Promise<string> {
    if (!this.socket.readableEnded) await once(this.socket, "end");
    return this.#text;
  }
}

const get = (path = "/", version = "1.1", more = ""): string => `GET ${path} HTTP/${version}\r\nHost: a\r\n${more}\r\n`;
const bodyOf = (text: string): string => text.slice(text.indexOf("\r\n\r\n") + 4);

const hello: RequestListener = (request, response) =>
  void stream(request, response, async (sse) => {
    await sse.patchElements("é");
    await sse.send(new EncodedFrame(event("ü")));
    await sse.patchElements(Promise.resolve("ASCII"));
  });
const helloEvents = [event("é"), event("ü"), event("ASCII")];

describe("what goes over the wire", () => {
  test("HTTP/1.1: chunks, and the end of the body", async () => {
    const wire = new Wire(await listen(hello), get());
    expect(bodyOf(await wire.until(end))).toBe(helloEvents.map(chunk).join("") + end);
  });

  test("HTTP/1.1 with Connection: close", async () => {
    const wire = new Wire(await listen(hello), get("/", "1.1", "Connection: close\r\n"));
    const text = await wire.all();
    expect(text).toMatch(/^Connection: close\r$/im);
    expect(bodyOf(text)).toBe(helloEvents.map(chunk).join("") + end);
  });

  test("HTTP/1.0: the events as they are, until the connection is closed", async () => {
    const wire = new Wire(await listen(hello), get("/", "1.0"));
    expect(bodyOf(await wire.all())).toBe(helloEvents.join(""));
  });

  test("a response with more than one event in one go", async () => {
    const url = await listen(
      (request, response) =>
        void stream(request, response, (sse) => {
          void sse.patchElements(Promise.resolve("1"));
          for (let i = 2; i < 50; i++) void sse.patchElements(`${i}`);
        }),
    );
    const expected = Array.from({ length: 49 }, (_, i) => chunk(event(`${i + 1}`))).join("");
    expect(bodyOf(await new Wire(url, get()).until(end))).toBe(expected + end);
  });

  test("requests one after the other on one connection, sent in one piece", async () => {
    const release = deferred();
    const url = await listen(
      (request, response) =>
        void stream(request, response, async (sse) => {
          // The later answers are ready before the first one is.
          if (request.url === "/1") await release.promise;
          await sse.patchElements(request.url ?? "");
          if (request.url === "/3") release.resolve();
          await sse.patchElements("after");
        }),
    );
    const wire = new Wire(url, get("/1") + get("/2") + get("/3", "1.1", "Connection: close\r\n"));
    const bodies = (await wire.all())
      .split(/HTTP\/1\.1 200 OK\r\n/)
      .slice(1)
      .map(bodyOf);
    expect(bodies).toEqual(["/1", "/2", "/3"].map((path) => chunk(event(path)) + chunk(event("after")) + end));
  });

  test("a stream, then something else, on one connection", async () => {
    const url = await listen((request, response) => {
      if (request.url === "/stream") hello(request, response);
      else response.end("plain");
    });
    const wire = new Wire(url, get("/stream"));
    await wire.until(end);
    wire.socket.write(get("/plain", "1.1", "Connection: close\r\n"));
    expect(await wire.all()).toMatch(/\r\n\r\nplain$/);
  });
});

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

// Not to be compressed, so that it fills the connection.
const incompressible = (n: number, size = 50_000): string => `${n} ${randomBytes(size).toString("base64")}`;

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

describe("clients that go", () => {
  const serve = async (options: StreamOptions = {}) => {
    const handed = deferred<ServerSentEventGenerator>();
    const closed = deferred<{ readonly reason: CloseReason; readonly at: number }>();
    const reasons: CloseReason[] = [];
    const errors: unknown[] = [];
    const sockets: Socket[] = [];
    const url = await listen((request, response) => {
      sockets.push(request.socket);
      void stream(
        request,
        response,
        (sse) => {
          sse.onClose((reason) => {
            reasons.push(reason);
            closed.resolve({ reason, at: performance.now() });
          });
          handed.resolve(sse);
        },
        { keepOpen: true, onError: (error) => errors.push(error), ...options },
      );
    });
    return { url, sse: handed.promise, closed: closed.promise, reasons, errors, sockets };
  };

  test.each<[name: string, go: (socket: Socket) => unknown]>([
    ["closes its end", (socket) => socket.end()],
    ["closes the connection", (socket) => socket.destroy()],
    ["resets the connection", (socket) => socket.resetAndDestroy()],
  ])("a client that %s is missed within 50 ms, once, and it is no error", async (_, go) => {
    const { url, sse, closed, reasons, errors } = await serve();
    const wire = new Wire(url, get());
    const { signal } = await sse;
    await (await sse).patchElements("hello");
    await wire.until("\n\n\r\n");
    const left = performance.now();
    go(wire.socket);
    const { reason, at } = await closed;
    expect(reason).toBe("disconnected");
    expect(at - left).toBeLessThan(50);
    expect(signal.aborted).toBe(true);
    await turn();
    expect({ reasons, errors }).toEqual({ reasons: ["disconnected"], errors: [] });
  });

  test("a client that goes while answers wait for an earlier one is missed by them all", async () => {
    const closed: Promise<CloseReason>[] = [];
    const handed = deferred();
    const url = await listen(
      (request, response) =>
        void stream(
          request,
          response,
          (sse) => {
            closed.push(new Promise((resolve) => sse.onClose(resolve)));
            if (closed.length === 3) handed.resolve();
          },
          { keepOpen: true },
        ),
    );
    const wire = new Wire(url, get().repeat(3));
    await handed.promise;
    wire.socket.destroy();
    expect(await Promise.all(closed)).toEqual(["disconnected", "disconnected", "disconnected"]);
  });

  test("an answer that waited for an earlier one leaves nothing on the connection", async () => {
    const handled: Socket[] = [];
    const url = await listen((request, response) => {
      handled.push(request.socket);
      hello(request, response);
    });
    const wire = new Wire(url, get());
    await wire.until(end);
    await turn();
    const [socket] = handled;
    const before = socket?.listenerCount("close");
    wire.socket.write(get().repeat(4));
    await expect.poll(() => handled.length).toBe(5);
    await expect.poll(() => socket?.listenerCount("close")).toBe(before);
    expect(new Set(handled)).toEqual(new Set([socket]));
  });

  test("a client that does not read, and is killed, lets go of the sends that wait", async () => {
    const { url, sse: handed, closed, errors } = await serve({ maxQueuedBytes: 100_000_000 });
    const wire = new Wire(url, get());
    wire.socket.pause();
    const sse = await handed;
    const waiting = fill(sse, 1_000_000).at(-1);
    wire.socket.resetAndDestroy();
    await expect(waiting).rejects.toMatchObject({ name: "StreamClosedError", reason: "disconnected" });
    expect((await closed).reason).toBe("disconnected");
    expect(sse.queuedBytes).toBe(0);
    expect(errors).toEqual([]);
  });

  test("a socket that fails otherwise: reported once, and the stream ends", async () => {
    const { url, sse, closed, reasons, errors, sockets } = await serve();
    const wire = new Wire(url, get());
    await (await sse).patchElements("hello");
    await wire.until("\n\n\r\n");
    const failure = new Error("bad record MAC");
    sockets[0]?.destroy(failure);
    expect((await closed).reason).toBe("error");
    await turn();
    expect({ reasons, errors }).toEqual({ reasons: ["error"], errors: [failure] });
  });

  test("disconnect() breaks the connection off, so that the client knows that it missed something", async () => {
    const { url, sse, closed, errors } = await serve();
    const reply = await open(url);
    await (await sse).patchElements("hello");
    await reply.events(1);
    (await sse).disconnect();
    expect((await closed).reason).toBe("closed");
    await expect(reply.text()).rejects.toThrow("broke off");
    expect(errors).toEqual([]);
  });

  test("disconnect() ends a stream that is closed, too, when its client does not read what is left", async () => {
    const { url, sse: handed, closed } = await serve({ maxQueuedBytes: 100_000_000 });
    const wire = new Wire(url, get());
    wire.socket.pause();
    const sse = await handed;
    fill(sse, 1_000_000);
    const closing = sse.close();
    sse.disconnect();
    await closing;
    expect((await closed).reason).toBe("closed");
    wire.socket.resume();
    await once(wire.socket, "close");
  });

  test("what was sent before an error is still delivered to a client that is slow", async () => {
    const fail = deferred<void>();
    const filled = deferred();
    const errors: unknown[] = [];
    const texts: string[] = [];
    const url = await listen(
      (request, response) =>
        void stream(
          request,
          response,
          (sse) => {
            fill(sse, 1_000_000, (n) => (texts[n] = `${n} `.padEnd(100_000, "x")));
            filled.resolve();
            return fail.promise;
          },
          { maxQueuedBytes: 100_000_000, onError: (error) => errors.push(error) },
        ),
    );
    const reply = await open(url);
    await filled.promise;
    fail.reject(new Error("no"));
    await turn();
    expect(errors).toEqual([new Error("no")]);
    expect(await reply.text()).toBe(texts.map((text) => event(text)).join(""));
  });
});

test("Last-Event-ID", async () => {
  const url = await listen(
    (request, response) => void stream(request, response, (sse) => sse.patchSignals({ id: sse.lastEventId ?? null })),
  );
  expect(await (await open(url, { headers: { "last-event-id": "7:a" } })).text()).toContain('{"id":"7:a"}');
  expect(await (await open(url)).text()).toContain('{"id":null}');
});
