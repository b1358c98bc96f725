// Several Node.js processes that share a hub.
import { describe, expect, onTestFinished, test } from "vitest";
import { Feed, type FeedEvent } from "./feed.js";
import { kinds } from "./kinds.js";
import { startService } from "./service.js";
import { startWorker, type Worker } from "./worker-process.js";

const clientsPerWorker = 25;
const eventsPerWorker = 300;

/** A client that comes back, and all that it has seen. */
interface Client {
  readonly seen: FeedEvent[];
  readonly feed: Feed;
  /** Settles when it has seen so many numbered events. */
  hasSeen(count: number): Promise<void>;
}

function enter(address: () => string): Client {
  const seen: FeedEvent[] = [];
  let numbered = 0;
  let wanted = { count: Infinity, resolve: (): void => {} };
  const feed = new Feed(address, (event) => {
    seen.push(event);
    if (event.signals.n !== undefined && ++numbered >= wanted.count) wanted.resolve();
  });
  onTestFinished(() => feed.leave());
  const hasSeen = (count: number): Promise<void> =>
    new Promise((resolve) => {
      wanted = { count, resolve };
      if (numbered >= count) resolve();
    });
  return { seen, feed, hasSeen };
}

const allHaveSeen = (clients: readonly Client[], count: number): Promise<unknown> =>
  Promise.all(clients.map((client) => client.hasSeen(count)));

const numbered = ({ seen }: Client): string[] =>
  seen.flatMap(({ signals: { from, n } }) => (n === undefined ? [] : [`${from}:${n}`]));
const by = (worker: number, client: Client): number[] =>
  client.seen.flatMap(({ signals: { from, n } }) => (from === worker && n !== undefined ? [n] : []));
const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

async function setUp(
  kind: (typeof kinds)[number],
  count: number,
): Promise<{ workers: Worker[]; clients: Client[]; addresses: string[] }> {
  const service = await startService(kind);
  const workers = await Promise.all(Array.from({ length: count }, () => startWorker(kind.name, service.port)));
  const addresses = workers.map(({ url }) => `${url}/feed`);
  const clients = Array.from({ length: count * clientsPerWorker }, (_, i) => enter(() => addresses[i % count] ?? ""));
  await Promise.all(clients.map(({ feed }) => feed.enter()));
  return { workers, clients, addresses };
}

describe.each(kinds)("$name", (kind) => {
  test.each([2, 4])(
    "%i processes: every client sees every event once, in the order of its publisher",
    async (count) => {
      const { workers, clients } = await setUp(kind, count);
      await Promise.all(workers.map((worker, i) => worker.publish(i, 1, eventsPerWorker)));
      await allHaveSeen(clients, count * eventsPerWorker);
      for (const client of clients)
        for (const i of workers.keys()) expect(by(i, client)).toEqual(upTo(eventsPerWorker));
      if (kind.oneOrder) expect(new Set(clients.map((client) => numbered(client).join())).size).toBe(1);
    },
  );

  test.runIf(kind.isLog).each(["killed", "shut down"])(
    "a process is %s: its clients go on in another one, and miss nothing",
    async (how) => {
      const { workers, clients, addresses } = await setUp(kind, 2);
      const [leaving, staying] = workers as [Worker, Worker];
      await staying.publish(1, 1, eventsPerWorker / 2);
      await allHaveSeen(clients, eventsPerWorker / 6);
      // In the middle of it.
      addresses[0] = addresses[1]!;
      await Promise.all([
        staying.publish(1, eventsPerWorker / 2 + 1, eventsPerWorker),
        how === "killed" ? leaving.kill() : leaving.shutdown(),
      ]);
      await allHaveSeen(clients, eventsPerWorker);
      for (const client of clients) expect(by(1, client)).toEqual(upTo(eventsPerWorker));
    },
  );
});
