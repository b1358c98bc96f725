import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { channelOver, FakeSink } from "./fake-sink.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A channel to a client that has been sent something. */
function sending({ room }: { room: boolean }) {
  const sink = new FakeSink();
  const { channel } = channelOver(sink, { slowClient: "disconnect" });
  sink.room = room;
  void channel.send("sent");
  return { channel, sink };
}

test("a client that has taken everything is broken off at once", () => {
  const { channel, sink } = sending({ room: true });
  channel.cut("closed");
  expect(sink.calls).toEqual(["abort"]);
});

test("one that has not gets what was sent, and not what is still being made; the stream has ended all the same", async () => {
  const { channel, sink } = sending({ room: false });
  const sends = [channel.send("waits"), channel.send(new Promise<string>(() => {})), channel.send("behind that")];
  channel.cut("closed");
  expect(channel.signal.aborted).toBe(true);
  for (const send of sends) await expect(send).rejects.toThrow("The stream is closed (closed).");
  expect(sink.calls).toEqual([]);
  sink.drain();
  expect(sink).toMatchObject({ written: ["sent", "waits"], calls: ["abort"] });
});

test("one that was too slow for all that was sent gets what was written", () => {
  const { channel, sink } = sending({ room: false });
  void channel.send("waits");
  void channel.send("x".repeat(100));
  expect(channel.signal.reason).toMatchObject({ reason: "overflow" });
  sink.drain();
  expect(sink).toMatchObject({ written: ["sent"], calls: ["abort"] });
});

test("one that takes nothing is broken off after a second", () => {
  const { channel, sink } = sending({ room: false });
  void channel.send("waits");
  channel.cut("closed");
  vi.advanceTimersByTime(999);
  expect(sink.calls).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(sink.calls).toEqual(["abort"]);
  sink.drain();
  expect(sink).toMatchObject({ written: ["sent"], calls: ["abort"] });
});

test("nothing is left to break off when the client leaves meanwhile", () => {
  const { channel, sink } = sending({ room: false });
  channel.cut("closed");
  channel.disconnect();
  expect(vi.getTimerCount()).toBe(0);
  sink.drain();
  expect(sink.calls).toEqual([]);
});

test("`drained` settles when what was sent is taken: that there is room for more does not mean it", async () => {
  const { channel, sink } = sending({ room: true });
  sink.room = false;
  const settled = vi.fn();
  void channel.drained.then(settled);
  await vi.advanceTimersByTimeAsync(5000);
  expect(settled).not.toHaveBeenCalled();
  sink.drain();
  await vi.advanceTimersByTimeAsync(0);
  expect(settled).toHaveBeenCalledOnce();
});

test("`drained` settles when the stream ends", async () => {
  const { channel } = sending({ room: false });
  const { drained } = channel;
  channel.cut("closed");
  await drained;
  await channel.drained;
});
