import { patchSignalsFrame, ServerSentEventGenerator } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { expect, test } from "vitest";
import { channelOver, FakeSink } from "../stream/fake-sink.js";
import { elementsOf } from "../support/client.js";
import { deferred, turn } from "../support/deferred.js";
import { dataOf } from "../support/sse-parser.js";
import { serveStreams } from "./serving.js";

test("a client that comes is refreshed first; what is published meanwhile follows", async () => {
  const hub = createHub();
  const data = deferred();
  const visit = await serveStreams((sse) => {
    hub.subscribe("a", sse, {
      refresh: async () => {
        await sse.patchElements(<b id="1" />);
        await data.promise;
        await sse.patchElements(<b id="2" />);
      },
    });
  });
  const { reply, sse } = await visit();
  await reply.events(1);
  await hub.patchElements("a", <b id="3" />);
  await hub.patchElements("a", <b id="4" />);
  data.resolve();
  await reply.events(4);
  await hub.patchElements("a", <b id="5" />);
  await sse.close();
  expect(elementsOf(await reply.text())).toEqual([1, 2, 3, 4, 5].map((id) => `<b id="${id}"></b>`));
});

test("when more is published during a refresh than can be held back, it is left out and the client refreshed again", async () => {
  const hub = createHub();
  const data = deferred();
  let state = 0;
  let refreshes = 0;
  const visit = await serveStreams((sse) => {
    hub.subscribe("a", sse, {
      refresh: async () => {
        refreshes++;
        const then = state;
        await data.promise;
        await sse.patchSignals({ state: then });
      },
    });
  });
  const { reply, sse } = await visit();
  while (state < 5000) await hub.patchSignals("a", { state: ++state });
  data.resolve();
  await reply.events(2);
  await sse.close();
  const events = await reply.events(2);
  expect(refreshes).toBe(2);
  expect(events.map((event) => dataOf(event)["signals"])).toEqual(['{"state":0}', '{"state":5000}']);
});

test("a slow client misses events, and is refreshed when it has taken what there was", async () => {
  const hub = createHub();
  let state = 0;
  const visit = await serveStreams(
    (sse) => void hub.subscribe("a", sse, { refresh: () => sse.patchSignals({ state, all: true }) }),
  );
  const { reply, sse } = await visit();
  const filling = "x".repeat(100_000);
  while (state < 1000) {
    await hub.patchSignals("a", { state: ++state, filling });
    if (state % 100 === 0) await turn();
  }
  expect(sse.queuedBytes).toBeLessThan(200_000);

  // Now it reads.
  const states: number[] = [];
  for (let count = 1; states.at(-1) !== 1000; count++) {
    const event = (await reply.events(count)).at(-1);
    states.push(JSON.parse(dataOf(event!)["signals"] ?? "").state);
  }
  expect(states.length).toBeLessThan(100);
  expect(states).toEqual([...states].sort((a, b) => a - b));
  await hub.patchSignals("a", { state: 1001 });
  expect(dataOf((await reply.events(states.length + 1)).at(-1)!)).toEqual({ signals: '{"state":1001}' });
});

test("a refresh that fails is reported, and the client disconnected, so that it comes back", async () => {
  const reported: unknown[] = [];
  const hub = createHub({ onError: (error) => reported.push(error) });
  const visit = await serveStreams(
    (sse) => void hub.subscribe("a", sse, { refresh: () => Promise.reject(new Error("no data")) }),
  );
  const { reply, gone } = await visit();
  await gone;
  await expect(reply.text()).rejects.toThrow("broke off");
  expect(reported).toEqual([new Error("no data")]);
  expect(hub.subscribers("a")).toBe(0);
});

test("a refresh whose client goes away meanwhile is no failure", async () => {
  const reported: unknown[] = [];
  const hub = createHub({ onError: (error) => reported.push(error) });
  const data = deferred();
  const visit = await serveStreams((sse) => {
    hub.subscribe("a", sse, {
      refresh: async () => {
        await data.promise;
        await sse.patchElements(<b id="1" />);
      },
    });
  });
  const { reply, gone } = await visit();
  reply.destroy();
  await gone;
  data.resolve();
  await turn();
  expect(reported).toEqual([]);
});

/** A client that takes nothing until it is told to, of which `dropOldest` leaves out what is more than 300 bytes. */
function stalled() {
  const sink = new FakeSink();
  const { channel, errors } = channelOver(sink, { slowClient: "dropOldest", maxQueuedBytes: 300 });
  sink.room = false;
  /** Takes one event at a time, until there are no more, and then says that it has taken everything. */
  const takeAll = async (): Promise<void> => {
    for (let before = -1; before !== sink.written.length || sink.flushes.length > 0;) {
      if (before === sink.written.length) for (const taken of sink.flushes.splice(0)) taken();
      before = sink.written.length;
      sink.writer?.drain();
      for (let i = 0; i < 5; i++) await turn();
    }
  };
  return { sink, errors, takeAll, sse: new ServerSentEventGenerator(channel, () => undefined) };
}

test("a client for which events are left out is refreshed as soon as it has taken the rest", async () => {
  const hub = createHub();
  let state = 0;
  const { sink, sse, takeAll } = stalled();
  sink.room = true;
  hub.subscribe("a", sse, { refresh: async () => await sse.patchSignals({ all: state }) });
  await turn();
  sink.room = false;
  await hub.patchSignals("a", { one: 0 });
  while (state < 60) await hub.patchSignals("a", { one: ++state });
  await takeAll();
  expect(sink.written.at(-1)).toBe(patchSignalsFrame({ all: 60 }));
});

test("live views that push each other out are shown one after the other, as they are at last", async () => {
  let state = 34;
  const hub = createHub();
  const { sink, sse, takeAll, errors } = stalled();
  void sse.patchSignals({ first: true });
  const views = ["a", "b", "c"].map((id) => hub.live("topic", () => `<p id="${id}">${String(state).padEnd(150)}</p>`));
  for (const view of views) view.subscribe(sse);
  for (; state < 400; state++) {
    hub.nudge("topic");
    await turn();
  }
  hub.nudge("topic");
  await new Promise((resolve) => setTimeout(resolve));
  await takeAll();
  for (const id of ["a", "b", "c"]) {
    const last = sink.written.findLast((frame) => frame.includes(`id="${id}"`));
    expect(last).toContain(">400 ");
  }
  expect(errors).toEqual([]);
});
