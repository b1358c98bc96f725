import type { ServerSentEventGenerator } from "datastar-tsx";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { open } from "../support/client.js";
import { deferred } from "../support/deferred.js";
import { streamServers } from "../support/servers.js";
import { channelOver, FakeSink } from "./fake-sink.js";

const comment = ":\n\n";

describe("the clock", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("a stream on which nothing happens gets a comment, so that no silence is longer than the interval", () => {
    const sink = new FakeSink();
    channelOver(sink, { keepAlive: 1000 });
    vi.advanceTimersByTime(1000);
    expect(sink.written).toEqual([comment, comment]);
  });

  test("a stream on which something happens gets none", () => {
    const sink = new FakeSink();
    const { channel } = channelOver(sink, { keepAlive: 1000 });
    for (let i = 0; i < 10; i++) {
      void channel.send("event");
      vi.advanceTimersByTime(500);
    }
    expect(sink.written).toEqual(Array(10).fill("event"));
    vi.advanceTimersByTime(500);
    expect(sink.written.at(-1)).toBe(comment);
  });

  test("a client that does not take what it is sent gets none, as it is not idle", () => {
    const sink = new FakeSink();
    const { channel } = channelOver(sink, { keepAlive: 1000 });
    sink.room = false;
    void channel.send("event");
    vi.advanceTimersByTime(10_000);
    expect(sink.written).toEqual(["event"]);
  });

  test("a comment that the client does not take is not followed by another", () => {
    const sink = new FakeSink();
    channelOver(sink, { keepAlive: 1000 });
    sink.room = false;
    vi.advanceTimersByTime(10_000);
    expect(sink.written).toEqual([comment]);
    sink.drain();
    vi.advanceTimersByTime(1000);
    expect(sink.written.length).toBeGreaterThan(1);
  });

  test("it waits for nothing that is still being made", () => {
    const sink = new FakeSink();
    const { channel } = channelOver(sink, { keepAlive: 1000 });
    void channel.send(new Promise<string>(() => {}));
    vi.advanceTimersByTime(500);
    expect(sink.written).toEqual([comment]);
  });

  test.each<[name: string, end: (channel: ReturnType<typeof channelOver>["channel"], sink: FakeSink) => unknown]>([
    ["close", (channel) => channel.close("closed")],
    ["disconnect", (channel) => channel.disconnect()],
    ["an error", (channel) => channel.fail(new Error("no"))],
    ["an error of the sink", (_, sink) => sink.writer?.broke(new Error("no"))],
    ["being cut off", (channel) => channel.cut("closed")],
  ])("no timer is left after %s", (_, end) => {
    const sink = new FakeSink();
    const { channel } = channelOver(sink, { keepAlive: 1000 });
    expect(vi.getTimerCount()).toBe(1);
    void end(channel, sink);
    expect(vi.getTimerCount()).toBe(0);
  });
});

test.each([0, 1, -1, NaN, Infinity, 2 ** 31])("an interval of %s is refused", async (keepAlive) => {
  for (const server of streamServers) {
    const refused = deferred<unknown>();
    const url = await server.serve((exchange) => {
      try {
        return exchange.stream(() => {}, { keepAlive });
      } catch (error) {
        refused.resolve(error);
        return exchange.reply(500, "");
      }
    });
    await open(url);
    expect(await refused.promise).toBeInstanceOf(RangeError);
  }
});

describe.each(streamServers)("$name", (server) => {
  test("comments reach the client, and are no events", async () => {
    const handed = deferred<ServerSentEventGenerator>();
    const url = await server.serve(({ stream }) =>
      stream((sse) => handed.resolve(sse), { keepOpen: true, keepAlive: 10 }),
    );
    const reply = await open(url);
    await reply.until((text) => text.startsWith(comment + comment));
    await (await handed.promise).close();
    expect(await reply.text()).toMatch(/^(?::\n\n)+$/);
  });
});
