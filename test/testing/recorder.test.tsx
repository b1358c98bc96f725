import { StreamClosedError } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { recorder } from "datastar-tsx/testing";
import { expect, test, vi } from "vitest";

test("records what is sent, in its order", async () => {
  const sse = recorder();
  const slow = sse.patchElements(Promise.resolve(<p id="a">1</p>));
  await sse.patchSignals({ a: 1 });
  await slow;
  await sse.batch((batch) => {
    batch.removeElements("#a");
    batch.redirect("/");
  });
  expect(sse.events).toMatchObject([
    { type: "patchElements", elements: '<p id="a">1</p>' },
    { type: "patchSignals", signals: { a: 1 } },
    { type: "patchElements", mode: "remove", selector: "#a" },
    { type: "redirect", url: "/" },
  ]);
});

test("a client that goes away", async () => {
  const sse = recorder();
  const onClose = vi.fn();
  sse.onClose(onClose);
  sse.leave();
  expect(onClose).toHaveBeenCalledExactlyOnceWith("disconnected");
  expect(sse.signal.aborted).toBe(true);
  await expect(sse.patchSignals({ a: 1 })).rejects.toThrow(StreamClosedError);
  expect(sse.events).toEqual([]);
});

test("a client that is slow: sends wait, and it gets nothing until it takes events again", async () => {
  const sse = recorder();
  sse.stall();
  const sent = vi.fn();
  const sends = [sse.patchSignals({ a: 1 }).then(sent), sse.patchSignals({ a: 2 }).then(sent)];
  await Promise.resolve();
  expect(sent).not.toHaveBeenCalled();
  expect(sse.events).toEqual([]);
  expect(sse.queuedBytes).toBeGreaterThan(0);
  sse.resume();
  await Promise.all(sends);
  expect(sse.events).toMatchObject([{ signals: { a: 1 } }, { signals: { a: 2 } }]);
  expect(sse.queuedBytes).toBe(0);
});

test("what becomes of events for a slow client is as on a stream", async () => {
  const sse = recorder({ slowClient: "keepLatest" });
  sse.stall();
  for (let count = 0; count < 5; count++) void sse.patchElements(<p id="count">{count}</p>);
  sse.resume();
  await sse.drained;
  expect(sse.events).toMatchObject([{ elements: '<p id="count">0</p>' }, { elements: '<p id="count">4</p>' }]);

  const full = recorder({ maxQueuedBytes: 100 });
  full.stall();
  for (let count = 0; count < 5; count++) void full.patchElements(<p id="count">{count}</p>);
  expect(full.closed).toBe(true);
  expect(full.errors).toMatchObject([{ message: expect.stringContaining("takes its events too slowly") }]);
});

test("a connection that fails", async () => {
  const sse = recorder();
  await sse.patchSignals({ a: 1 });
  sse.fail();
  await expect(sse.patchSignals({ a: 2 })).rejects.toThrow(StreamClosedError);
  expect(sse.errors).toMatchObject([{ message: "write ECONNRESET" }]);
  expect(sse.events).toMatchObject([{ signals: { a: 1 } }]);
});

test("a client that has come back", () => {
  expect(recorder({ lastEventId: "7" }).lastEventId).toBe("7");
  expect(recorder().lastEventId).toBeUndefined();
});

test("hubs take it for a client", async () => {
  const hub = createHub<"news">();
  const sse = recorder();
  hub.subscribe("news", sse);
  await hub.patchSignals("news", { count: 1 });
  expect(sse.events).toMatchObject([{ signals: { count: 1 } }]);
  sse.leave();
  await hub.patchSignals("news", { count: 2 });
  expect(sse.events).toHaveLength(1);
  await hub.close();
});

test("timers go on until it ends", async () => {
  vi.useFakeTimers();
  try {
    const sse = recorder();
    let count = 0;
    sse.every(1000, () => sse.patchSignals({ count: ++count }));
    await vi.advanceTimersByTimeAsync(2000);
    sse.leave();
    await vi.advanceTimersByTimeAsync(5000);
    expect(sse.events).toMatchObject([{ signals: { count: 1 } }, { signals: { count: 2 } }]);
  } finally {
    vi.useRealTimers();
  }
});
