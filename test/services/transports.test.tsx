// The hub on real servers of NATS and Redis, which are killed, frozen and wiped on the way.
import { TransportError } from "datastar-tsx/hub";
import { describe, expect, test } from "vitest";
import { serveStreams } from "../hub/serving.js";
import { dataOf } from "../support/sse-parser.js";
import { kinds } from "./kinds.js";
import { join, type Member, numbers, publishUntilItSucceeds, seenUntil } from "./member.js";
import { startService } from "./service.js";

const upTo = (last: number, first = 1): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Without those of the start: a server may leave one of several processes that are its first without an answer. */
function errorsFromNowOn({ errors }: Member): () => readonly unknown[] {
  const before = errors.length;
  return () => errors.slice(before);
}

describe.each(kinds)("$name", (kind) => {
  test("events reach the subscribers of every process, in the order of their publisher", async () => {
    const service = await startService(kind);
    const members = [join(kind, service), join(kind, service), join(kind, service)] as const;
    await Promise.all(members.map(({ hub }) => hub.ready));
    const visits = await Promise.all(members.map(({ visit }) => visit("a")));
    await Promise.all(visits.map(({ reply }) => reply.events(kind.isLog ? 1 : 2)));
    for (const n of upTo(500)) void members[0].hub.patchSignals("a", { n });
    for (const visit of visits) expect(numbers(await seenUntil(visit, 500))).toEqual(upTo(500));
  });

  test("topics may have any name, and are not mixed up", async () => {
    const service = await startService(kind);
    const [here, there] = [join(kind, service), join(kind, service)];
    await Promise.all([here.hub.ready, there.hub.ready]);
    const topics = [
      "a",
      "a.b",
      "a b",
      "*",
      ">",
      "a.*",
      "",
      "日本語 🎉",
      "\r\nPUB x 0",
      "%2e",
      "__proto__",
      "room:1/2?x=y#z",
    ];
    const visits = await Promise.all(topics.map((topic) => there.visit(topic)));
    await Promise.all(visits.map(({ reply }) => reply.events(kind.isLog ? 1 : 2)));
    await Promise.all(topics.map((topic, i) => here.hub.patchSignals(topic, { n: 100 + i })));
    await Promise.all(topics.map((topic) => here.hub.patchSignals(topic, { n: 1 })));
    for (const [i, visit] of visits.entries()) expect(numbers(await seenUntil(visit, 1))).toEqual([100 + i, 1]);
  });

  test("text arrives as it was, however long", async () => {
    const service = await startService(kind);
    const { hub, visit } = join(kind, service);
    await hub.ready;
    const { reply } = await visit("a");
    const before = kind.isLog ? 1 : 2;
    await reply.events(before);
    const text = "日本語 🎉 \0 \r\n".repeat(20_000);
    await hub.patchSignals("a", { text });
    expect(JSON.parse(dataOf((await reply.events(before + 1))[before]!)["signals"] ?? "")).toEqual({ text });
  });

  test.runIf(kind.oneOrder)("all processes see the events of several publishers in one order", async () => {
    const service = await startService(kind);
    const members = upTo(4).map(() => join(kind, service));
    await Promise.all(members.map(({ hub }) => hub.ready));
    const visits = await Promise.all(members.map(({ visit }) => visit(["a", "b"])));
    await Promise.all(visits.map(({ reply }) => reply.events(kind.isLog ? 1 : 2)));
    await Promise.all(
      members.flatMap(({ hub }, i) =>
        upTo(100).map((n) => hub.patchSignals(n % 2 === 0 ? "a" : "b", { n: i * 100 + n })),
      ),
    );
    await members[0]?.hub.patchSignals("a", { n: 0 });
    const orders = await Promise.all(visits.map(async (visit) => numbers(await seenUntil(visit, 0))));
    expect(new Set(orders.map(String)).size).toBe(1);
    expect(orders[0]?.toSorted((a, b) => a - b)).toEqual(upTo(400, 0));
  });

  test("the server is killed and comes back: publishers get an error, and no client is left stale", async () => {
    const service = await startService(kind);
    const [here, there] = [join(kind, service), join(kind, service)];
    await Promise.all([here.hub.ready, there.hub.ready]);
    const visits = await Promise.all([here.visit("a"), there.visit("a")]);
    await Promise.all(visits.map(({ reply }) => reply.events(kind.isLog ? 1 : 2)));
    for (const n of upTo(10)) await here.hub.patchSignals("a", { n });
    await Promise.all(visits.map((visit) => seenUntil(visit, 10)));

    const errors = errorsFromNowOn(here);
    await service.kill();
    await expect(here.hub.patchSignals("a", { n: 11 })).rejects.toThrow(TransportError);
    await service.start();
    await publishUntilItSucceeds(here.hub, "a", 12);
    await publishUntilItSucceeds(there.hub, "a", 13);
    const [mine, other] = await Promise.all(visits.map((visit) => seenUntil(visit, 13)));
    if (kind.isLog) {
      // Nothing was lost, and so there was nothing to refresh.
      for (const seen of [mine, other]) expect(seen).toEqual(["fresh", ...upTo(10), 12, 13]);
    } else {
      for (const seen of [mine, other]) expect(seen?.slice(12)).toContain("fresh");
      expect(numbers(mine ?? [])).toEqual([...upTo(10), 12, 13]);
    }
    // Once for the whole outage, however often it tried.
    expect(errors().map(String)).toEqual([expect.stringContaining("The hub's transport went down")]);
  });

  test("what is published in an outage waits in a buffer, if asked to", async () => {
    const service = await startService(kind);
    const [here, there] = [join(kind, service, { whenDown: "buffer" }), join(kind, service)];
    await Promise.all([here.hub.ready, there.hub.ready]);
    const visit = await here.visit("a");
    await visit.reply.events(kind.isLog ? 1 : 2);
    const errors = errorsFromNowOn(here);
    await service.kill();
    // What is under way when the connection is lost rejects.
    await expect.poll(errors).toHaveLength(1);
    const waiting = upTo(100).map((n) => here.hub.patchSignals("a", { n }));
    await service.start();
    await Promise.all(waiting);
    expect(numbers(await seenUntil(visit, 100)).slice(-100)).toEqual(upTo(100));
  });

  test("a server that does not answer any more is as good as killed", async () => {
    const service = await startService(kind);
    const { hub, visit } = join(kind, service, { patience: "short" });
    await hub.ready;
    const client = await visit("a");
    await client.reply.events(kind.isLog ? 1 : 2);
    await service.freeze();
    await expect(hub.patchSignals("a", { n: 1 })).rejects.toThrow();
    service.thaw();
    await publishUntilItSucceeds(hub, "a", 2);
    expect((await seenUntil(client, 2)).at(-1)).toBe(2);
  });

  test("a process may start before the server does, and its clients may come before that", async () => {
    const service = await startService(kind);
    await service.kill();
    const { hub, visit, errors } = join(kind, service);
    const client = await visit("a");
    await client.reply.events(1);
    await expect(hub.patchSignals("a", { n: 1 })).rejects.toThrow(TransportError);
    await service.start();
    await hub.ready;
    await hub.patchSignals("a", { n: 2 });
    // When it came, and when the connection did.
    expect(await seenUntil(client, 2)).toEqual(["fresh", "fresh", 2]);
    expect(errors).toHaveLength(1);
  });

  test("views are rendered again when a nudge comes, and after an outage", async () => {
    let value = 1;
    const service = await startService(kind);
    const [here, there] = [join(kind, service), join(kind, service)];
    await Promise.all([here.hub.ready, there.hub.ready]);
    const view = there.hub.live("a", () => <b id="a">{value}</b>);
    const { reply } = await (await serveStreams((sse) => void view.subscribe(sse)))();
    await reply.events(1);
    value = 2;
    // Until the other process hears the topic, which it has only just asked for.
    const nudging = setInterval(() => here.hub.nudge("a"), 20);
    expect(dataOf((await reply.events(2))[1]!)).toEqual({ elements: '<b id="a">2</b>' });
    clearInterval(nudging);
    await service.kill();
    value = 3;
    here.hub.nudge("a");
    await service.start();
    expect(dataOf((await reply.events(3))[2]!)).toEqual({ elements: '<b id="a">3</b>' });
  });

  test.runIf(kind.isLog)("a client that comes to another process gets what it has missed, once", async () => {
    const service = await startService(kind);
    const first = join(kind, service, { replay: 100 });
    await first.hub.ready;
    const before = await first.visit("a");
    await before.reply.events(1);
    for (const n of upTo(5)) await first.hub.patchSignals("a", { n });
    const id = (await before.reply.events(4)).at(-1)?.id;
    // A process that starts now has seen none of it.
    const second = join(kind, service, { replay: 100 });
    await second.hub.ready;
    const after = await second.visit("a", id);
    await first.hub.patchSignals("a", { n: 6 });
    expect(await seenUntil(after, 6)).toEqual([4, 5, 6]);
    expect(await seenUntil(before, 6)).toEqual(["fresh", 1, 2, 3, 4, 5, 6]);
  });

  test.runIf(kind.isLog)("a log that is gone is noticed: clients are refreshed", async () => {
    const service = await startService(kind);
    const { hub, visit } = join(kind, service, { replay: 100 });
    await hub.ready;
    const client = await visit("a");
    await client.reply.events(1);
    for (const n of upTo(5)) await hub.patchSignals("a", { n });
    const id = (await client.reply.events(6)).at(-1)?.id;
    await service.kill();
    await service.wipe();
    await service.start();
    await publishUntilItSucceeds(hub, "a", 7);
    const seen = await seenUntil(client, 7);
    expect(seen.slice(0, 6)).toEqual(["fresh", ...upTo(5)]);
    expect(seen.slice(6)).toContain("fresh");
    const [first] = await (await visit("a", id)).reply.events(1);
    expect(dataOf(first!)).toEqual({ signals: '{"fresh":true}' });
  });
});
