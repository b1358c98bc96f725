import type { CloseReason, ServerSentEventGenerator } from "datastar-tsx";
import { StreamClosedError } from "datastar-tsx";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ServerSentEventGenerator as Generator } from "../../src/stream/generator.js";
import { deferred } from "../support/deferred.js";
import { channelOver, FakeSink } from "./fake-sink.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function streaming() {
  const sink = new FakeSink();
  const { channel, errors } = channelOver(sink);
  const sse: ServerSentEventGenerator = new Generator(channel, () => undefined);
  return { channel, sink, sse, errors };
}

const ends: readonly [name: string, end: (stream: ReturnType<typeof streaming>) => unknown, reason: CloseReason][] = [
  ["close()", ({ sse }) => sse.close(), "closed"],
  ["disconnect()", ({ sse }) => sse.disconnect(), "closed"],
  ["a client that leaves", ({ channel }) => channel.disconnect(), "disconnected"],
  ["an error", ({ channel }) => channel.fail(new Error("no")), "error"],
];

describe("sleep", () => {
  test("waits so long", async () => {
    const { sse } = streaming();
    const slept = vi.fn();
    void sse.sleep(100).then(slept);
    await vi.advanceTimersByTimeAsync(99);
    expect(slept).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(slept).toHaveBeenCalledOnce();
  });

  test.each(ends)("rejects at %s, and leaves no timer", async (_, end, reason) => {
    const stream = streaming();
    const slept = stream.sse.sleep(1_000_000);
    void end(stream);
    expect(vi.getTimerCount()).toBe(0);
    await expect(slept).rejects.toMatchObject({ name: "StreamClosedError", reason });
    await expect(stream.sse.sleep(1)).rejects.toThrow(StreamClosedError);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([-1, NaN, Infinity, 2 ** 31])("%s milliseconds are refused", (milliseconds) => {
    expect(() => streaming().sse.sleep(milliseconds)).toThrow(RangeError);
  });
});

describe("every", () => {
  test("calls back at the interval, until it is stopped", async () => {
    const { sse } = streaming();
    const act = vi.fn();
    const stop = sse.every(100, act);
    await vi.advanceTimersByTimeAsync(350);
    expect(act).toHaveBeenCalledTimes(3);
    stop();
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("never calls back while it is under way", async () => {
    const { sse } = streaming();
    const waits = [deferred(), deferred()];
    let calls = 0;
    sse.every(100, () => waits[calls++]?.promise);
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls).toBe(1);
    waits[0]?.resolve();
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls).toBe(2);
  });

  test.each(ends)("is over at %s", async (_, end) => {
    const stream = streaming();
    const act = vi.fn();
    stream.sse.every(100, act);
    void end(stream);
    await vi.advanceTimersByTimeAsync(1000);
    expect(act).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  // A handler that reads something first may begin when its client has left.
  test.each(ends)("does not begin after %s", async (_, end, reason) => {
    const stream = streaming();
    void end(stream);
    expect(stream.sse.signal.reason).toEqual(new StreamClosedError(reason));
    stream.errors.length = 0;
    const act = vi.fn();
    const stop = stream.sse.every(100, act);
    await vi.advanceTimersByTimeAsync(1000);
    stop();
    expect(act).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
    expect(stream.errors).toEqual([]);
  });

  test.each<[name: string, act: () => unknown]>([
    ["throws", () => raise()],
    ["rejects with", async () => raise()],
  ])("what it %s ends the stream, and is reported once", async (_, act) => {
    const { sse, errors } = streaming();
    sse.every(100, act);
    await vi.advanceTimersByTimeAsync(1000);
    expect({ errors, closed: sse.closed }).toEqual({ errors: [new Error("no")], closed: true });
  });

  test("a send that fails because the client has left is no error", async () => {
    const { channel, sse, errors } = streaming();
    sse.every(100, async () => {
      channel.disconnect();
      await sse.patchElements("x");
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(errors).toEqual([]);
  });

  test.each([0, -1, NaN, Infinity, 2 ** 31])("an interval of %s is refused", (milliseconds) => {
    expect(() => streaming().sse.every(milliseconds, () => {})).toThrow(RangeError);
  });
});

function raise(): never {
  throw new Error("no");
}
