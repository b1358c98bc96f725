import { setTimeout } from "node:timers/promises";
// <Feed> over a network that is cut, frozen and slow, and in tabs that are frozen and asleep.
import {
  Feed,
  type FeedProps,
  js,
  noContent,
  type ServerSentEventGenerator,
  signals,
  type StreamHandler,
} from "datastar-tsx";
import { stream } from "datastar-tsx/node";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { Network } from "./network.js";
import { eventually, signalsOf, test as base } from "./page.js";

const net = signals({ _offline: false, missed: 0 });

/** A page with a feed, behind a network of its own. */
interface Fed {
  readonly page: Page;
  readonly network: Network;
  /** The number that the page shows: of the request by which it came. */
  shows(): Promise<string | null>;
  isOffline(): Promise<boolean>;
  /** Whether it has been, since the page was loaded. */
  wasOffline(): Promise<boolean>;
  /** The streams that are open. */
  streams(): number;
}

interface Settings extends Partial<FeedProps> {
  /** What is done on the stream after the first event. */
  readonly handler?: StreamHandler;
  /** The number of the request that is answered with status 204. */
  readonly last?: number;
}

const test = base.extend("feed", ({ open }, { onCleanup }) => async (settings: Settings = {}): Promise<Fed> => {
  const { handler = (sse: ServerSentEventGenerator) => void sse.hold(), last, ...props } = settings;
  let requests = 0;
  const streams = new Set<unknown>();
  let body = <p />;
  const page = await open(() => body, {
    "GET /feed": (request, response) => {
      const number = ++requests;
      if (number === last) return noContent();
      return stream(
        request,
        response,
        async (sse) => {
          streams.add(sse);
          sse.onClose(() => streams.delete(sse));
          await sse.patchElements(<p id="n">{number}</p>);
          return handler(sse);
        },
        { keepAlive: 1000 },
      );
    },
  });
  const network = await Network.to(page.url());
  onCleanup(async () => {
    await page.close();
    network.close();
  });
  body = (
    <main data-signals={net}>
      <p id="n" />
      <b hidden data-effect={js`el.hidden = !${net._offline}; if (${net._offline}) el.title = 'was'`}>
        no connection
      </b>
      <div id="feed">
        <Feed url="/feed" offline={net._offline} missed={js`${net.missed}++`} {...props} />
      </div>
    </main>
  );
  await page.goto(network.url);
  const fed: Fed = {
    page,
    network,
    shows: () => page.textContent("#n"),
    isOffline: () => page.isVisible("b"),
    wasOffline: async () => (await page.getAttribute("b", "title")) === "was",
    streams: () => streams.size,
  };
  await eventually(fed.shows).toBe("1");
  return fed;
});

const missed = async (page: Page): Promise<unknown> => (await signalsOf(page))["missed"];
const patiently = <T,>(value: () => T) => expect.poll(value, { timeout: 25_000, interval: 50 });

test("a stream that has ended is opened again", async ({ feed }) => {
  let ends = 1;
  const { page, shows } = await feed({ handler: (sse) => (ends-- > 0 ? undefined : void sse.hold()) });
  await eventually(shows).toBe("2");
  await eventually(() => missed(page)).toBe(1);
});

test("status 204 ends it for good", async ({ feed }) => {
  const { page, shows } = await feed({ handler: () => {}, last: 3 });
  const finished = page.evaluate(
    () =>
      new Promise((resolve) =>
        document.addEventListener("datastar-fetch", (event) => {
          if (event instanceof CustomEvent && event.detail.type === "finished") resolve("finished");
        }),
      ),
  );
  expect(await finished).toBe("finished");
  expect(await shows()).toBe("2");
});

test("a server that is gone: the page shows it, and comes back with it", async ({ feed, problems }) => {
  const { page, network, shows, isOffline } = await feed();
  expect(await isOffline()).toBe(false);
  network.cut();
  await eventually(isOffline).toBe(true);
  network.mend();
  await patiently(shows).not.toBe("1");
  expect(await isOffline()).toBe(false);
  expect(await missed(page)).toBe(1);
  await problems.expect(/net::ERR/);
});

test("pages that lost their server in one moment come back at different times", async ({ browser, feed }) => {
  const { page, network } = await feed();
  const url = network.url;
  const arrivals: string[] = [];
  const visit = async (name: string, random: number) => {
    const context = await browser.newContext();
    const other = await context.newPage();
    await other.addInitScript((random) => (Math.random = () => random), random);
    await other.goto(url);
    await eventually(async () => Number(await other.textContent("#n"))).toBeGreaterThan(1);
    other.on("request", (request) => request.url().includes("/feed") && arrivals.push(name));
    return context;
  };
  await page.close();
  const contexts = [await visit("late", 0.99), await visit("early", 0)];
  network.cut();
  network.mend();
  await patiently(() => arrivals).toEqual(["early", "late"]);
  for (const context of contexts) await context.close();
});

test("a network that carries nothing any more is noticed, and left", async ({ feed }) => {
  const { page, network, shows, isOffline } = await feed();
  // Until the page knows how often it hears of the server.
  await eventually(() => page.evaluate("document.querySelector('#feed > div').pulse")).toBe(1000);
  network.freeze();
  await patiently(isOffline).toBe(true);
  network.thaw();
  await patiently(shows).not.toBe("1");
  await patiently(isOffline).toBe(false);
  expect(await missed(page)).toBe(1);
});

test("a slow network is not taken for a dead one", async ({ feed }) => {
  const { page, network, wasOffline } = await feed();
  const looked = () => page.evaluate<number>("document.querySelector('#feed > div').looked");
  network.slow(400);
  for (let looks = 0, last = await looked(); looks < 2; looks++, last = await looked())
    await patiently(looked).toBeGreaterThan(last);
  expect(await wasOffline()).toBe(false);
});

test("after sleep, a new stream is opened at once", async ({ browser, feed }) => {
  const { network } = await feed();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(network.url);
  const shown = () => page.textContent("#n");
  await eventually(shown).toBe("2");
  await page.clock.fastForward("01:00:00");
  await eventually(shown).not.toBe("2");
  await context.close();
});

test("a tab that was frozen opens a new one when it goes on", async ({ feed }) => {
  const { page, shows } = await feed();
  // Chromium freezes no tab that it shows: a debugger stops everything in it, as freezing does.
  const session = await page.context().newCDPSession(page);
  await session.send("Debugger.enable");
  const paused = new Promise((resolve) => session.once("Debugger.paused", resolve));
  await session.send("Debugger.pause");
  await paused;
  // Nothing tells of time that stands still: it is asleep when it has not looked for 15 seconds.
  await setTimeout(15_500);
  await session.send("Debugger.resume");
  await patiently(shows).not.toBe("1");
});

test("a browser without a network says so; with one, it comes back at once", async ({ feed }) => {
  const { network, page, shows, isOffline } = await feed();
  // What is emulated takes no open connection away.
  network.freeze();
  await page.context().setOffline(true);
  await eventually(isOffline).toBe(true);
  await page.context().setOffline(false);
  network.thaw();
  await eventually(shows).not.toBe("1");
  await eventually(isOffline).toBe(false);
});

test("an element that is taken away closes its stream", async ({ feed }) => {
  const { page, streams } = await feed();
  await eventually(streams).toBe(1);
  await page.evaluate(() => document.querySelector("#feed")?.remove());
  await eventually(streams).toBe(0);
});
