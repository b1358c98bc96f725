// A thousand clients that come and leave all the time, while others stay. For minutes: SOAK_SECONDS=600 npm run
// test:services
import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { Feed } from "./feed.js";
import { startWorker } from "./worker-process.js";

const seconds = Number(process.env["SOAK_SECONDS"] ?? 6);
const staying = 50;
const coming = 1000;

test(
  "nothing leaks, and those who stay miss nothing",
  async () => {
    const worker = await startWorker();
    const address = (): string => `${worker.url}/feed`;
    const seen = Array.from({ length: staying }, (): number[] => []);
    const feeds = seen.map((numbers) => new Feed(address, ({ signals: { n } }) => n !== undefined && numbers.push(n)));
    onTestFinished(() => feeds.forEach((feed) => feed.leave()));
    await Promise.all(feeds.map((feed) => feed.enter()));

    let visits = 0;
    let isOver = false;
    const comeAndLeave = async (): Promise<void> => {
      while (!isOver) {
        const feed = new Feed(address, () => {});
        await feed.enter();
        await delay(Math.random() * 2000);
        feed.leave();
        visits++;
      }
    };
    const crowd = Array.from({ length: coming }, comeAndLeave);
    // What is made once, such as caches and buffers, is made by the first of them; the log has filled up.
    const perRun = 250;
    let published = 0;
    const publishUntil = async (end: number): Promise<void> => {
      while (performance.now() < end) {
        await worker.publish(published, 1, perRun);
        published++;
      }
    };
    const begin = performance.now();
    await publishUntil(begin + 500 * seconds);
    const middle = await worker.stats();
    await publishUntil(begin + 1000 * seconds);
    isOver = true;
    await Promise.all(crowd);
    await expect.poll(async () => (await worker.stats()).subscribers).toBe(staying);
    const end = await worker.stats();

    expect(visits).toBeGreaterThan(coming);
    await expect.poll(() => seen.every((numbers) => numbers.length >= published * perRun)).toBe(true);
    const expected = Array.from({ length: published * perRun }, (_, i) => (i % perRun) + 1);
    for (const numbers of seen) expect(numbers).toEqual(expected);
    // To leave is no error.
    expect(end.errors).toEqual([]);
    // The clients that have left hold nothing: in the middle there were a thousand more of them.
    expect(end.heap).toBeLessThan(middle.heap + 2 * 1024 * 1024);
    // Sockets of those who stay, the server, and what the process has anyway.
    expect(end.resources).toBeLessThan(staying + 20);
  },
  1000 * seconds + 60_000,
);
