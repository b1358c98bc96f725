// What the toolkit does for streams that stay open, seen by the real client.
import { get, type ServerSentEventGenerator, signals } from "datastar-tsx";
import { compression } from "datastar-tsx/compression";
import { stream } from "datastar-tsx/node";
import { describe, expect } from "vitest";
import { Inbox } from "./inbox.js";
import { eventually, signalsOf, test } from "./page.js";

const count = signals({ count: 0 });

/** The body of a page that follows a feed. */
const follower = <div data-signals={count} data-init={get("/feed", { retryInterval: 10 })} />;

describe.each([
  ["chosen by the browser", compression()],
  ["Brotli", compression({ zstd: false, gzip: false, deflate: false })],
  ["gzip", compression({ zstd: false, br: false, deflate: false })],
  ["deflate", compression({ zstd: false, br: false, gzip: false })],
])("compression: %s", (_, chosen) => {
  test("each event is there as soon as it is sent", async ({ open }) => {
    const streams = new Inbox<ServerSentEventGenerator>();
    const page = await open(follower, {
      "GET /feed": (request, response) =>
        stream(request, response, (sse) => streams.put(sse), { keepOpen: true, compression: chosen }),
    });
    const sse = await streams.next();
    for (let n = 1; n <= 3; n++) {
      await sse.patchSignals({ count: n });
      await eventually(() => signalsOf(page)).toEqual({ count: n });
    }
  });
});

test("comments are no events", async ({ open }) => {
  const streams = new Inbox<ServerSentEventGenerator>();
  const page = await open(follower, {
    "GET /feed": (request, response) =>
      stream(request, response, (sse) => streams.put(sse), { keepOpen: true, keepAlive: 2 }),
  });
  const sse = await streams.next();
  await sse.batch((batch) => {
    batch.patchSignals({ count: 1 });
    batch.patchElements(<p id="new" />, { selector: "body", mode: "append" });
  });
  await page.waitForSelector("#new", { state: "attached" });
  expect(await signalsOf(page)).toEqual({ count: 1 });
});

test("a client whose connection is broken off comes back, and says what it has seen", async ({ open, problems }) => {
  const streams = new Inbox<ServerSentEventGenerator>();
  const page = await open(follower, {
    "GET /feed": (request, response) => stream(request, response, (sse) => streams.put(sse), { keepOpen: true }),
  });
  const first = await streams.next();
  expect(first.lastEventId).toBeUndefined();
  await first.patchSignals({ count: 1 }, { eventId: "seven" });
  await eventually(() => signalsOf(page)).toEqual({ count: 1 });
  first.disconnect();
  await problems.expect(/ERR_INCOMPLETE_CHUNKED_ENCODING/);
  const second = await streams.next();
  expect(second.lastEventId).toBe("seven");
  await second.patchSignals({ count: 2 });
  await eventually(() => signalsOf(page)).toEqual({ count: 2 });
});
