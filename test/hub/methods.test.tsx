import {
  consoleErrorFrame,
  consoleLogFrame,
  Defer,
  dispatchCustomEventFrame,
  executeScriptFrame,
  patchElementsFrame,
  patchSignalsFrame,
  redirectFrame,
  removeElementsFrame,
  removeSignalsFrame,
  replaceUrlFrame,
  ServerSentEventGenerator,
} from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { expect, test } from "vitest";
import { channelOver, FakeSink } from "../stream/fake-sink.js";
import { parseEvents } from "../support/sse-parser.js";
import { MemoryService } from "./memory-service.js";

/** A client of a hub, over a sink. */
function client(...options: Parameters<typeof channelOver> extends [unknown, ...infer Rest] ? Rest : never) {
  const sink = new FakeSink();
  const { channel } = channelOver(sink, ...options);
  return { sink, sse: new ServerSentEventGenerator(channel, () => undefined) };
}

test("a hub has every method of a stream that sends events, with the topic in front", async () => {
  const hub = createHub<"a">();
  const { sink, sse } = client();
  hub.subscribe("a", sse);
  await hub.patchElements("a", <p id="a">1 &lt; 2</p>, { mode: "append", selector: "#list" });
  await hub.removeElements("a", "#a", { eventId: "1" });
  await hub.patchSignals("a", { a: 1 }, { onlyIfMissing: true });
  await hub.removeSignals("a", ["a", "b.c"]);
  await hub.executeScript("a", "a()", { autoRemove: false });
  await hub.redirect("a", "/next", { retryDuration: 5 });
  await hub.replaceUrl("a", "?page=2");
  await hub.consoleLog("a", { a: 1 });
  await hub.consoleError("a", new Error("no"));
  await hub.dispatchCustomEvent("a", "saved", { id: 1 }, { selector: "#a" });
  await hub.batch("a", (batch) => {
    batch.patchSignals({ a: 1 });
    batch.patchElements(Promise.resolve(<p id="b" />));
  });
  expect(sink.written).toEqual([
    patchElementsFrame('<p id="a">1 &lt; 2</p>', { mode: "append", selector: "#list" }),
    removeElementsFrame("#a", { eventId: "1" }),
    patchSignalsFrame({ a: 1 }, { onlyIfMissing: true }),
    removeSignalsFrame(["a", "b.c"]),
    executeScriptFrame("a()", { autoRemove: false }),
    redirectFrame("/next", { retryDuration: 5 }),
    replaceUrlFrame("?page=2"),
    consoleLogFrame({ a: 1 }),
    consoleErrorFrame("no"),
    dispatchCustomEventFrame("saved", { id: 1 }, { selector: "#a" }),
    patchSignalsFrame({ a: 1 }) + patchElementsFrame('<p id="b"></p>'),
  ]);
});

test("with replay, it is the last event of a batch that has the id: who has not seen it gets all of them again", async () => {
  const hub = createHub({ replay: 10 });
  const { sink, sse } = client();
  hub.subscribe("a", sse);
  await hub.batch("a", (batch) => [1, 2].forEach((a) => batch.patchSignals({ a })));
  expect(parseEvents(sink.written.join("")).map(({ id }) => id)).toEqual([undefined, expect.stringMatching(/-1$/)]);
});

test.each([false, true])(
  "a slow client that keeps the latest knows what events replace, from other processes as well: %s",
  async (far) => {
    const service = new MemoryService();
    const [here, there] = [service.transport(), service.transport()];
    const hub = createHub(far ? { transport: here } : {});
    const elsewhere = far ? createHub({ transport: there }) : hub;
    for (const transport of [here, there]) transport.up();
    const { sink, sse } = client({ slowClient: "keepLatest", maxQueuedBytes: 10_000 });
    hub.subscribe("a", sse);
    sink.room = false;
    await elsewhere.patchSignals("a", { first: true });
    for (let n = 1; n <= 100; n++) {
      await elsewhere.patchElements("a", <p id="a">{n}</p>);
      await elsewhere.patchSignals("a", { n });
    }
    sink.drain();
    expect(sink.written).toEqual([
      patchSignalsFrame({ first: true }),
      patchElementsFrame('<p id="a">100</p>'),
      patchSignalsFrame({ n: 100 }),
    ]);
  },
);

test("a part that fails while it is made for a topic goes to onError, as a batch's does", async () => {
  const errors: unknown[] = [];
  const hub = createHub<"news">({ onError: (...error) => errors.push(error) });
  const Broken = () => (
    <Defer id="part" placeholder="…" error={<p>Later.</p>}>
      {() => Promise.reject(new Error("broken"))}
    </Defer>
  );
  const { sink, sse } = client();
  hub.subscribe("news", sse);
  await hub.patchElements("news", <Broken />);
  await hub.batch("news", (batch) => batch.patchElements(<Broken />));
  const reported = [expect.objectContaining({ message: "broken" }), { topic: "news" }];
  expect(errors).toEqual([reported, reported]);
  expect(sink.written.join("")).toContain("<p>Later.</p>");
});
