import { Agent } from "node:http";
import { stream } from "datastar-tsx/node";
import { describe, expect, onTestFinished, test } from "vitest";
import { open, posting } from "../support/client.js";
import { deferred } from "../support/deferred.js";
import { listen, streamServers } from "../support/servers.js";

describe.each(streamServers)("$name", (server) => {
  test("the headers arrive before any event", async () => {
    const start = deferred();
    const url = await server.serve(({ stream }) =>
      stream(async (sse) => {
        await start.promise;
        await sse.patchSignals({ a: 1 });
      }),
    );
    const reply = await open(url);
    expect(reply.status).toBe(200);
    expect(reply.headers).toMatchObject({
      "content-type": "text/event-stream",
      "cache-control": "no-cache",
      "x-accel-buffering": "no",
    });
    start.resolve();
    // Of web servers, some hold the headers back until there is a piece of the body: they get a comment.
    expect(await reply.text()).toMatch(/^(:\n\n)?event: datastar-patch-signals\ndata: signals {"a":1}\n\n$/);
  });

  test("more headers, and other values for those that are not the protocol's", async () => {
    const url = await server.serve(({ stream }) =>
      stream(() => {}, { headers: { "X-Request-Id": "7", "Cache-Control": "no-store", "Content-Type": "text/plain" } }),
    );
    expect((await open(url)).headers).toMatchObject({
      "x-request-id": "7",
      "cache-control": "no-store",
      "content-type": "text/event-stream",
    });
  });

  test("HEAD completes with the headers, and does not run the handler", async () => {
    let runs = 0;
    const url = await server.serve(({ stream }) => stream(() => runs++, { keepOpen: true, headers: { "x-a": "b" } }));
    const reply = await open(url, { method: "HEAD" });
    expect(reply.headers).toMatchObject({ "content-type": "text/event-stream", "x-a": "b" });
    expect(await reply.text()).toBe("");
    expect(runs).toBe(0);
  });

  test("a client that wants the connection closed gets that", async () => {
    const url = await server.serve(({ stream }) => stream((sse) => sse.patchSignals({ a: 1 })));
    const reply = await open(url, { headers: { connection: "close" } });
    expect(reply.headers.connection).toBe("close");
    expect(await reply.text()).toContain("data: signals");
  });

  test("a client that keeps its connection gets its next answer over the same one", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const url = await server.serve(async ({ readSignals, stream }) => {
      const signals = await readSignals();
      return stream((sse) => sse.patchSignals(signals as object));
    });
    for (const a of [1, 2, 3]) {
      const reply = await open(url, { ...posting({ a }), agent });
      expect(await reply.text()).toBe(`event: datastar-patch-signals\ndata: signals {"a":${a}}\n\n`);
    }
    expect(Object.values(agent.sockets).concat(Object.values(agent.freeSockets)).flat()).toHaveLength(1);
  });
});

describe("node", () => {
  test("headers that were set before are kept, but for the content type", async () => {
    const url = await listen((request, response) => {
      response
        .setHeader("set-cookie", ["a=1", "b=2"])
        .setHeader("Cache-Control", "no-store")
        .setHeader("content-type", "text/html");
      void stream(request, response, () => {});
    });
    expect((await open(url)).headers).toMatchObject({
      "set-cookie": ["a=1", "b=2"],
      "cache-control": "no-store",
      "content-type": "text/event-stream",
    });
  });

  test("headers of the options win over those that were set before", async () => {
    const url = await listen((request, response) => {
      response.setHeader("Cache-Control", "no-store");
      void stream(request, response, () => {}, { headers: { "cache-control": "private" } });
    });
    expect((await open(url)).headers["cache-control"]).toBe("private");
  });

  test("headers that are sent already: the error is reported, the promise resolves", async () => {
    const errors: unknown[] = [];
    const url = await listen(async (request, response) => {
      response.flushHeaders();
      await stream(request, response, (sse) => sse.patchSignals({ a: 1 }), { onError: (error) => errors.push(error) });
      response.end("as before");
    });
    expect(await (await open(url)).text()).toBe("as before");
    expect(errors).toEqual([new TypeError("stream() needs a response whose headers have not been sent yet.")]);
  });

  test("the promise resolves at the end of the stream, whatever happens in it", async () => {
    const ended = deferred<string>();
    const url = await listen(async (request, response) => {
      await stream(request, response, () => Promise.reject(new Error("no")), { onError: () => {} });
      ended.resolve(`ended: ${response.writableEnded}`);
    });
    await (await open(url)).text();
    expect(await ended.promise).toBe("ended: true");
  });
});
