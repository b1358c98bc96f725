import { setTimeout as delay } from "node:timers/promises";
import type { CloseReason, ServerSentEventGenerator } from "datastar-tsx";
import { describe, expect, test } from "vitest";
import { begin, open, posting } from "../support/client.js";
import { deferred } from "../support/deferred.js";
import { type Exchange, streamServers } from "../support/servers.js";

const aMinute = 60_000;

describe.each(streamServers)("$name", (server) => {
  const get = () => ({});
  const beforehand = async ({ readSignals, stream }: Exchange, handler: (sse: ServerSentEventGenerator) => unknown) => {
    await readSignals();
    return stream(handler, { keepOpen: true });
  };
  const inTheHandler = ({ readSignals, stream }: Exchange, handler: (sse: ServerSentEventGenerator) => unknown) =>
    stream(
      async (sse) => {
        await readSignals();
        return handler(sse);
      },
      { keepOpen: true },
    );

  test.each([
    ["GET", get, beforehand],
    ["POST whose body was read before", () => posting({ a: 1 }), beforehand],
    ["POST whose body is read by the handler", () => posting({ a: 1 }), inTheHandler],
    ["PUT", () => ({ ...posting({ a: 1 }), method: "PUT" }), beforehand],
    ["a large POST", () => posting({ a: "x".repeat(500_000) }), beforehand],
  ])("%s: the stream goes on until the client leaves", async (_, init, serve) => {
    const closed = deferred<CloseReason>();
    const aborted = deferred<unknown>();
    const url = await server.serve((exchange) =>
      serve(exchange, async (sse) => {
        sse.onClose(closed.resolve);
        sse.signal.addEventListener("abort", () => aborted.resolve(sse.signal.reason));
        await sse.patchSignals({ a: 1 });
      }),
    );
    const reply = await open(url, init());
    await reply.events(1);
    reply.destroy();
    expect(await closed.promise).toBe("disconnected");
    expect(await aborted.promise).toMatchObject({ name: "StreamClosedError", reason: "disconnected" });
  });

  test("readSignals in the handler gets the signals", async () => {
    const url = await server.serve(({ readSignals, stream }) =>
      stream(async (sse) => sse.patchSignals((await readSignals()) as object)),
    );
    expect(await (await open(url, posting({ a: 1 }))).text()).toMatch(
      /^(:\n\n)?event: datastar-patch-signals\ndata: signals {"a":1}\n\n$/,
    );
  });

  // What a handler waits for when its client leaves, and how it ends.
  test.each<[name: string, wait: (sse: ServerSentEventGenerator) => Promise<unknown>, end: string]>([
    ["a timer with the stream's signal", (sse) => delay(aMinute, undefined, { signal: sse.signal }), "AbortError"],
    ["elements that never come", (sse) => sse.patchElements(new Promise<string>(() => {})), "StreamClosedError"],
    [
      "sends in a loop",
      async (sse) => {
        for (;;) {
          await sse.patchSignals({ now: 1 });
          await delay(0);
        }
      },
      "StreamClosedError",
    ],
    [
      "the end of a stream that it closes",
      (sse) => {
        void sse.patchElements(new Promise<string>(() => {}));
        return sse.close();
      },
      "returned",
    ],
  ])("a handler stops that waits for %s", async (_, wait, end) => {
    const stopped = deferred<string>();
    const errors: unknown[] = [];
    const url = await server.serve(({ stream }) =>
      stream(
        async (sse) => {
          await sse.patchElements("hello");
          try {
            await wait(sse);
            stopped.resolve("returned");
          } catch (error) {
            stopped.resolve((error as Error).name);
            throw error;
          }
        },
        { onError: (error) => errors.push(error) },
      ),
    );
    const reply = await open(url);
    await reply.events(1);
    reply.destroy();
    expect(await stopped.promise).toBe(end);
    expect(errors).toEqual([]);
  });

  test("after a disconnect sends reject, so that nothing carries on for nobody", async () => {
    const handed = deferred<ServerSentEventGenerator>();
    const url = await server.serve(({ stream }) => stream((sse) => handed.resolve(sse), { keepOpen: true }));
    const reply = await open(url);
    const sse = await handed.promise;
    const closed = new Promise<CloseReason>((resolve) => sse.onClose(resolve));
    reply.destroy();
    expect(await closed).toBe("disconnected");
    expect(sse.closed).toBe(true);
    await expect(sse.patchElements("x")).rejects.toMatchObject({ name: "StreamClosedError", reason: "disconnected" });
  });

  test("a client that left before the stream began", async () => {
    const begun = deferred();
    const closed = deferred<CloseReason>();
    const url = await server.serve(async ({ gone, stream }) => {
      begun.resolve();
      await gone;
      return stream((sse) => sse.onClose(closed.resolve), { keepOpen: true });
    });
    const sent = begin(url).end();
    await begun.promise;
    sent.destroy();
    expect(await closed.promise).toBe("disconnected");
  });
});
