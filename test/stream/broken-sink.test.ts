import type { CloseReason } from "datastar-tsx";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { channelOver, FakeSink } from "./fake-sink.js";

const failure = new Error("no such stream");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A channel, and what became of it. */
function opened() {
  const sink = new FakeSink();
  const { channel, errors } = channelOver(sink, { keepAlive: 1000 });
  const reasons: CloseReason[] = [];
  channel.onClose((reason) => reasons.push(reason));
  return { sink, channel, outcome: { errors, reasons, calls: sink.calls } };
}

const broken = { errors: [failure], reasons: ["error"], calls: ["abort"] };
const closed = { name: "StreamClosedError", reason: "error" };

test("a write that throws: reported once, the stream ends, and the send rejects", async () => {
  const { sink, channel, outcome } = opened();
  sink.failure = failure;
  await expect(channel.send("x")).rejects.toMatchObject(closed);
  await expect(channel.send("y")).rejects.toMatchObject(closed);
  expect(outcome).toEqual(broken);
});

test("so does the write of what has waited", async () => {
  const { sink, channel, outcome } = opened();
  sink.room = false;
  const sends = ["1", "2", "3"].map((text) => channel.send(text));
  const rejected = Promise.all(sends.slice(1).map((send) => expect(send).rejects.toMatchObject(closed)));
  sink.failure = failure;
  sink.drain();
  await sends[0];
  await rejected;
  expect(outcome).toEqual(broken);
});

test("so does a comment, which nobody has sent", () => {
  const { sink, outcome } = opened();
  sink.failure = failure;
  vi.advanceTimersByTime(5000);
  expect(outcome).toEqual(broken);
});
