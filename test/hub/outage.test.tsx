import { createHub, TransportError } from "datastar-tsx/hub";
import { describe, expect, test } from "vitest";
import { elementsOf } from "../support/client.js";
import { turn } from "../support/deferred.js";
import { dataOf } from "../support/sse-parser.js";
import { MemoryService } from "./memory-service.js";
import { serveStreams, type Visit } from "./serving.js";

const numbered = (n: number): string => `<b id="n${n}">${n}</b>`;

async function seen({ reply, sse }: Visit): Promise<(string | undefined)[]> {
  await sse.close();
  return elementsOf(await reply.text());
}

describe("publishing while the transport is down", () => {
  test("rejects", async () => {
    const transport = new MemoryService().transport();
    const hub = createHub({ transport });
    await expect(hub.patchElements("a", numbered(1))).rejects.toThrow(TransportError);
    transport.up();
    await hub.patchElements("a", numbered(1));
    transport.down();
    await expect(hub.patchElements("a", numbered(1))).rejects.toThrow("The hub's transport is down.");
  });

  test("or waits, in a bounded buffer, and keeps its order", async () => {
    const service = new MemoryService();
    const transport = service.transport();
    const other = service.transport();
    const hub = createHub({ transport, whenDown: "buffer", maxBufferedCharacters: 200 });
    const here = createHub({ transport: other });
    other.up();
    const visit = await (await serveStreams((sse) => void here.subscribe("a", sse)))();
    await turn();

    const waiting = [hub.patchElements("a", numbered(1)), hub.patchElements("a", numbered(2))];
    await expect(hub.patchElements("a", "x".repeat(200))).rejects.toThrow(
      "the buffer for what is published meanwhile is full",
    );
    transport.up();
    await hub.patchElements("a", numbered(3));
    await Promise.all(waiting);
    expect(await seen(visit)).toEqual([1, 2, 3].map(numbered));
  });

  test("what still waits when the hub is closed rejects", async () => {
    const hub = createHub({ transport: new MemoryService().transport(), whenDown: "buffer" });
    const waiting = hub.patchElements("a", numbered(1));
    await Promise.all([expect(waiting).rejects.toThrow("The hub is closed."), hub.close()]);
  });
});

test("clients whose events may have been missed are refreshed, or else disconnected", async () => {
  const service = new MemoryService();
  const [transport, other] = [service.transport(), service.transport()];
  const [hub, elsewhere] = [createHub({ transport }), createHub({ transport: other })];
  transport.up();
  other.up();
  let refreshes = 0;
  const refreshed = await (
    await serveStreams(
      (sse) =>
        void hub.subscribe(["a", "b"], sse, { refresh: () => sse.patchElements(`<p id="r${++refreshes}"></p>`) }),
    )
  )();
  const plain = await (await serveStreams((sse) => void hub.subscribe("a", sse)))();
  await turn();
  await elsewhere.patchElements("a", numbered(1));
  await refreshed.reply.events(3);

  transport.down();
  await elsewhere.patchElements("a", numbered(2));
  expect(refreshed.sse.closed || plain.sse.closed).toBe(false);
  transport.up();
  await turn();
  await elsewhere.patchElements("a", numbered(3));
  expect(plain.sse.closed).toBe(true);
  // At first once more than needed: when it came, the hub had only just asked for the topic.
  expect(await seen(refreshed)).toEqual([
    '<p id="r1"></p>',
    '<p id="r2"></p>',
    numbered(1),
    '<p id="r3"></p>',
    numbered(3),
  ]);
});

test("after an outage, what was remembered does not hide what was missed", async () => {
  const service = new MemoryService();
  const [transport, other] = [service.transport(), service.transport()];
  const [hub, elsewhere] = [createHub({ transport, replay: 10, latest: 10 }), createHub({ transport: other })];
  transport.up();
  other.up();
  const visit = await serveStreams(
    (sse) => void hub.subscribe("a", sse, { refresh: () => sse.patchElements(`<p id="fresh"></p>`) }),
  );
  const stays = await visit();
  await turn();
  await elsewhere.patchElements("a", numbered(1));
  const id = (await stays.reply.events(3)).at(-1)?.id;
  expect(await seen(await visit(id))).toEqual([]);
  transport.down();
  await elsewhere.patchElements("a", numbered(2));
  transport.up();
  expect(await seen(await visit(id))).toEqual(['<p id="fresh"></p>']);
});

test("what is remembered of a topic that nobody wanted for a while does not hide what was missed", async () => {
  const service = new MemoryService();
  const transport = service.transport();
  const hub = createHub<"a" | "b">({ transport, replay: 10, latest: 10 });
  transport.up();
  const visitA = await serveStreams(
    (sse) => void hub.subscribe("a", sse, { refresh: () => sse.patchElements(`<p id="fresh"></p>`) }),
  );
  const visitLatest = await serveStreams((sse) => void hub.subscribe("a", sse));
  await (
    await serveStreams((sse) => void hub.subscribe("b", sse))
  )();
  const first = await visitA();
  await turn();
  await hub.patchElements("a", numbered(1));
  const id = (await first.reply.events(3)).at(-1)?.id;
  first.reply.destroy();
  await first.gone;
  expect([...transport.topics]).toEqual(["b"]);
  await hub.patchElements("a", numbered(2));
  expect((await seen(await visitA(id)))[0]).toBe('<p id="fresh"></p>');
  expect(await seen(await visitLatest())).toEqual([]);
});

test("with a log, a process that starts knows what clients of another one have missed", async () => {
  const service = new MemoryService({ isLog: true });
  const [transport, other] = [service.transport(), service.transport()];
  const options = { replay: 10, latest: 10 };
  const first = createHub({ transport, ...options });
  transport.up();
  const before = await (await serveStreams((sse) => void first.subscribe("a", sse)))();
  await first.patchElements("a", numbered(1));
  const id = (await before.reply.events(1))[0]?.id;
  await first.patchElements("a", numbered(2));
  await first.patchElements("b", numbered(3));

  const second = createHub({ transport: other, ...options });
  const visit = await serveStreams((sse) => void second.subscribe("a", sse));
  // Before the log has been read, and after.
  const early = await visit(id);
  other.up();
  await second.ready;
  await first.patchElements("a", numbered(4));
  expect(await seen(early)).toEqual([2, 4].map(numbered));
  expect(await seen(await visit(id))).toEqual([2, 4].map(numbered));
  expect(await seen(await visit())).toEqual([4].map(numbered));
});

test("with a log, an outage in which nothing is lost is not noticed", async () => {
  const service = new MemoryService({ isLog: true });
  const [transport, other] = [service.transport(), service.transport()];
  const [hub, elsewhere] = [createHub({ transport }), createHub({ transport: other })];
  transport.up();
  other.up();
  const visit = await (await serveStreams((sse) => void hub.subscribe("a", sse)))();
  await elsewhere.patchElements("a", numbered(1));
  transport.down();
  await elsewhere.patchElements("a", numbered(2));
  transport.up(false);
  await elsewhere.patchElements("a", numbered(3));
  expect(await seen(visit)).toEqual([1, 2, 3].map(numbered));
});

describe("live views", () => {
  let value = 0;
  const setUp = async () => {
    const service = new MemoryService();
    const transports = [service.transport(), service.transport()] as const;
    const views = transports.map((transport) => createHub({ transport }).live("a", () => <b id="a">{value}</b>));
    for (const transport of transports) transport.up();
    const visits = await Promise.all(
      views.map(async (view) => (await serveStreams((sse) => void view.subscribe(sse)))()),
    );
    for (const { reply } of visits) await reply.events(1);
    return { transports, views, visits };
  };
  const latest = async ({ reply }: Visit, count: number) => dataOf((await reply.events(count)).at(-1)!)["elements"];

  test("a nudge reaches the views of every process", async () => {
    const { views, visits } = await setUp();
    value++;
    views[0]?.nudge();
    for (const visit of visits) expect(await latest(visit, 2)).toBe(`<b id="a">${value}</b>`);
  });

  test("they are rendered again after an outage", async () => {
    const { transports, views, visits } = await setUp();
    transports[1].down();
    value++;
    views[0]?.nudge();
    expect(await latest(visits[0]!, 2)).toBe(`<b id="a">${value}</b>`);
    transports[1].up();
    expect(await latest(visits[1]!, 2)).toBe(`<b id="a">${value}</b>`);
  });

  test("a nudge in an outage is seen here at once, and kept for the other processes", async () => {
    const { transports, views, visits } = await setUp();
    transports[0].down();
    value++;
    views[0]?.nudge();
    expect(await latest(visits[0]!, 2)).toBe(`<b id="a">${value}</b>`);
    transports[0].up();
    expect(await latest(visits[1]!, 2)).toBe(`<b id="a">${value}</b>`);
  });
});
