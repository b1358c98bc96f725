import { createHub } from "datastar-tsx/hub";
import { expect, test } from "vitest";
import { ServerSentEventGenerator } from "../../src/stream/generator.js";
import { channelOver, FakeSink } from "../stream/fake-sink.js";
import { turn } from "../support/deferred.js";
import { MemoryService } from "./memory-service.js";

/** A client that takes nothing, with a queue that is full. */
function full(): ServerSentEventGenerator {
  const sink = new FakeSink();
  sink.room = false;
  const { channel } = channelOver(sink, { slowClient: "disconnect", maxQueuedBytes: 100 });
  const sse = new ServerSentEventGenerator(channel, () => undefined);
  for (let i = 0; i < 2; i++) void sse.send(`:${"x".repeat(100)}\n\n`);
  return sse;
}

test("a client whose stream ends while it comes leaves nothing behind", async () => {
  const hub = createHub({ latest: 1 });
  const live = hub.live("a", () => "<p id=p>view</p>");
  const sink = new FakeSink();
  const { channel } = channelOver(sink);
  live.subscribe(new ServerSentEventGenerator(channel, () => undefined));
  await expect.poll(() => sink.written.length).toBe(1);
  await hub.patchSignals("a", { a: 1 });

  const late = full();
  live.subscribe(late);
  expect(late.closed).toBe(true);
  const later = full();
  hub.subscribe("a", later);
  expect(later.closed).toBe(true);
  expect(hub.subscribers("a")).toBe(1);
  channel.cut("closed");
  expect(hub.subscribers("a")).toBe(0);
});

test("publishing to a hub that is closed rejects, even when it would wait for the transport", async () => {
  const transport = new MemoryService().transport();
  for (const hub of [createHub(), createHub({ transport, whenDown: "buffer" })]) {
    transport.up();
    await hub.close();
    await expect(hub.patchSignals("a", { a: 1 })).rejects.toThrow("The hub is closed.");
    hub.nudge("a");
    await turn();
  }
});
