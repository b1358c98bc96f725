import { type CloseReason, type ServerSentEventGenerator, StreamClosedError } from "datastar-tsx";
import { describe, expect, test } from "vitest";
import { elementsOf, open } from "../support/client.js";
import { deferred, turn } from "../support/deferred.js";
import { streamServers } from "../support/servers.js";

describe.each(streamServers)("$name", (server) => {
  test("the stream ends when the handler has returned and its sends are written", async () => {
    const late = deferred<string>();
    const reasons: CloseReason[] = [];
    const url = await server.serve(({ stream }) =>
      stream((sse) => {
        sse.onClose((reason) => reasons.push(reason));
        void sse.patchElements("1");
        void sse.patchElements(late.promise);
        void sse.patchElements("3");
      }),
    );
    const reply = await open(url);
    await reply.events(1);
    expect(reasons).toEqual([]);
    late.resolve("2");
    expect(elementsOf(await reply.text())).toEqual(["1", "2", "3"]);
    await turn();
    expect(reasons).toEqual(["done"]);
  });

  test("keepOpen: the stream outlives its handler until it is closed", async () => {
    const handed = deferred<ServerSentEventGenerator>();
    const closed = deferred<CloseReason>();
    const url = await server.serve(({ stream }) => stream((sse) => handed.resolve(sse), { keepOpen: true }));
    const reply = await open(url);
    const sse = await handed.promise;
    sse.onClose(closed.resolve);
    await sse.patchElements("1");
    await reply.events(1);
    expect(sse.closed).toBe(false);
    expect(sse.signal.aborted).toBe(false);

    void sse.patchElements(Promise.resolve("2"));
    await sse.close();
    expect(await closed.promise).toBe("closed");
    expect(elementsOf(await reply.text())).toEqual(["1", "2"]);
  });

  test("close(): nothing more is accepted, everything sent before arrives", async () => {
    const late = deferred<string>();
    const failure = deferred<unknown>();
    const url = await server.serve(({ stream }) =>
      stream(async (sse) => {
        void sse.patchElements(late.promise);
        const closing = sse.close();
        expect([sse.closed, sse.signal.aborted]).toEqual([true, false]);
        await sse.patchElements("too late").catch(failure.resolve);
        late.resolve("in time");
        await closing;
        expect([sse.closed, sse.signal.aborted]).toEqual([true, true]);
        await sse.close();
      }),
    );
    expect(elementsOf(await (await open(url)).text())).toEqual(["in time"]);
    expect(await failure.promise).toEqual(new StreamClosedError("closed"));
  });

  test("onClose is called once, in the order of the calls, and at once when the stream has ended", async () => {
    const calls: string[] = [];
    const url = await server.serve(({ stream }) =>
      stream(async (sse) => {
        sse.onClose((reason) => calls.push(`first ${reason}`));
        sse.onClose((reason) => calls.push(`second ${reason}`));
        await sse.close();
        sse.onClose((reason) => calls.push(`third ${reason}`));
        calls.push("the handler goes on");
      }),
    );
    await (await open(url)).text();
    await turn();
    expect(calls).toEqual(["first closed", "second closed", "third closed", "the handler goes on"]);
  });

  test("the reason of a normal end is done, even when the client leaves right after it", async () => {
    const reasons: CloseReason[] = [];
    const closed = deferred<unknown>();
    const url = await server.serve(({ stream }) =>
      stream((sse) => {
        sse.onClose((reason) => reasons.push(reason));
        sse.signal.addEventListener("abort", () => closed.resolve(sse.signal.reason));
      }),
    );
    const reply = await open(url);
    await reply.text();
    reply.destroy();
    expect(await closed.promise).toEqual(new StreamClosedError("done"));
    await turn();
    expect(reasons).toEqual(["done"]);
  });

  test("what is sent after the end rejects, and tells why", async () => {
    const handed = deferred<ServerSentEventGenerator>();
    const url = await server.serve(({ stream }) => stream((sse) => handed.resolve(sse)));
    await (await open(url)).text();
    const sse = await handed.promise;
    for (const send of [
      () => sse.patchElements("x"),
      () => sse.patchElements(Promise.resolve("x")),
      () => sse.removeElements("#x"),
      () => sse.patchSignals({}),
      () => sse.removeSignals("x"),
      () => sse.executeScript("x()"),
      () => sse.redirect("/x"),
    ]) {
      await expect(send()).rejects.toThrow(StreamClosedError);
      await expect(send()).rejects.toMatchObject({
        name: "StreamClosedError",
        reason: "done",
        message: "The stream is closed (done).",
      });
    }
  });

  test("bad options throw at the call, also after the end", async () => {
    const handed = deferred<ServerSentEventGenerator>();
    const url = await server.serve(({ stream }) => stream((sse) => handed.resolve(sse)));
    await (await open(url)).text();
    const sse = await handed.promise;
    expect(() => sse.patchElements("x", { mode: "inner" } as never)).toThrow(TypeError);
    expect(() => sse.patchElements(Promise.resolve("x"), { mode: "inner" } as never)).toThrow(TypeError);
  });
});
