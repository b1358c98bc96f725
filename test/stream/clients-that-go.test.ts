import { once } from "node:events";
import type { RequestListener } from "node:http";
import type { Socket } from "node:net";
import { type CloseReason, EncodedFrame, patchElementsFrame, type ServerSentEventGenerator } from "datastar-tsx";
import { stream, type StreamOptions } from "datastar-tsx/node";
import { describe, expect, test } from "vitest";
import { open } from "../support/client.js";
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
