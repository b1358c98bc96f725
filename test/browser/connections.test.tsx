// When a request begins, ends, is cancelled and is tried again.
import { type ActionOptions, type CloseReason, get, js, post, signals, StreamClosedError } from "datastar-tsx";
import { stream } from "datastar-tsx/node";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { Inbox } from "./inbox.js";
import { eventually, type Open, signalsOf, test } from "./page.js";
import type { Handler } from "./site.js";

/** A stream that stays open, and what becomes of it. */
function openStreams() {
  const opened = new Inbox<true>();
  const closed = new Inbox<CloseReason>();
  const handler: Handler = (request, response) =>
    stream(
      request,
      response,
      async (sse) => {
        sse.onClose((reason) => closed.put(reason));
        await sse.patchSignals({ open: true });
        opened.put(true);
      },
      { keepOpen: true },
    );
  return { opened, closed, handler };
}

describe("a stream ends on the server", () => {
  test("when the tab is closed, and a handler that waits for it goes on", async ({ open }) => {
    const ended = new Inbox<unknown>();
    const page = await open(<p data-init={get("/feed")} />, {
      "GET /feed": (request, response) =>
        stream(request, response, async (sse) => {
          await sse.patchSignals({ open: true });
          await new Promise((resolve) => sse.signal.addEventListener("abort", resolve));
          ended.put(sse.signal.reason);
          await sse.patchSignals({}).catch((error: unknown) => ended.put(error));
        }),
    });
    await eventually(() => signalsOf(page)).toEqual({ open: true });
    await page.close();
    for (const reason of [await ended.next(), await ended.next()]) {
      expect(reason).toBeInstanceOf(StreamClosedError);
      expect(reason).toMatchObject({ reason: "disconnected" });
    }
  });

  test("when the visitor leaves the page", async ({ open }) => {
    const { opened, closed, handler } = openStreams();
    const page = await open(<p data-init={post("/feed")} />, { "POST /feed": handler });
    await opened.next();
    await page.goto("about:blank");
    expect(await closed.next()).toBe("disconnected");
  });
});

describe("requestCancellation", () => {
  test("auto ends the one before", async ({ open }) => {
    const { opened, closed, handler } = openStreams();
    const page = await open(<button data-on:click={post("/feed")} />, { "POST /feed": handler });
    await page.click("button");
    await opened.next();
    await page.click("button");
    expect([await closed.next(), await opened.next()]).toEqual(["disconnected", true]);
  });

  test("disabled leaves it alone", async ({ open }) => {
    const { opened, closed, handler } = openStreams();
    const page = await open(<button data-on:click={post("/feed", { requestCancellation: "disabled" })} />, {
      "POST /feed": handler,
    });
    for (let i = 0; i < 2; i++) {
      await page.click("button");
      await opened.next();
    }
    expect(closed.size).toBe(0);
  });

  test("cleanup ends it with its element", async ({ open }) => {
    const { opened, closed, handler } = openStreams();
    const page = await open(<button data-on:click={post("/feed", { requestCancellation: "cleanup" })} />, {
      "POST /feed": handler,
    });
    await page.click("button");
    await opened.next();
    await page.$eval("button", (button) => button.remove());
    expect(await closed.next()).toBe("disconnected");
  });

  test("a controller ends it when it aborts", async ({ open }) => {
    const { opened, closed, handler } = openStreams();
    const page = await open(
      <div data-signals={{ _stop: js`new AbortController()` }}>
        <button id="start" data-on:click={post("/feed", { requestCancellation: js`$_stop` })} />
        <button id="stop" data-on:click={js`$_stop.abort()`} />
      </div>,
      { "POST /feed": handler },
    );
    await page.click("#start");
    await opened.next();
    await page.click("#stop");
    expect(await closed.next()).toBe("disconnected");
  });
});

describe("openWhenHidden", () => {
  const setHidden = (page: Page, hidden: boolean): Promise<void> =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);

  test("a GET is closed while the page is hidden, and opened again", async ({ open }) => {
    const { opened, closed, handler } = openStreams();
    const page = await open(<p data-init={get("/feed")} />, { "GET /feed": handler });
    await opened.next();
    await setHidden(page, true);
    expect(await closed.next()).toBe("disconnected");
    await setHidden(page, false);
    expect(await opened.next()).toBe(true);
  });

  test("true leaves it open", async ({ open }) => {
    const kept = openStreams();
    const other = openStreams();
    const page = await open(
      <p data-init={[get("/feed", { openWhenHidden: true }), post("/other", { openWhenHidden: false })]} />,
      {
        "GET /feed": kept.handler,
        "POST /other": other.handler,
      },
    );
    await Promise.all([kept.opened.next(), other.opened.next()]);
    await setHidden(page, true);
    expect(await other.closed.next()).toBe("disconnected");
    expect(kept.closed.size).toBe(0);
  });
});

describe("retries", () => {
  const failing: Handler = (_request, response) => response.writeHead(503).end();

  async function requestsOf(open: Open, options: ActionOptions, handler: Handler): Promise<number> {
    let requests = 0;
    const page = await open(
      <button
        data-on:click={get("/feed", options)}
        data-on:datastar-fetch={js`$log = [...$log, evt.detail.type]`}
        data-signals={{ log: [] }}
      />,
      { "GET /feed": (request, response) => (requests++, handler(request, response)) },
    );
    await page.click("button");
    await eventually(async () => (await signalsOf(page))["log"]).toContain("finished");
    return requests;
  }

  test.for<[ActionOptions, number]>([
    [{}, 1],
    [{ retry: "never" }, 1],
    [{ retry: "error", retryInterval: 1, retryMaxCount: 2 }, 3],
    [{ retry: "always", retryInterval: 1, retryScaler: 1, retryMaxWait: 5, retryMaxCount: 3 }, 4],
  ])("an error with %o makes for %d requests", async ([options, expected], { open, problems }) => {
    expect(await requestsOf(open, options, failing)).toBe(expected);
    await problems.expect(/503/, ...(expected > 1 ? [/FetchFailed/] : []));
  });

  test("a stream that breaks off is resumed, with the id of its last event", async ({ open, problems }) => {
    const state = signals({ n: 0 });
    const resumedFrom = new Inbox<string>();
    const page = await open(<p data-signals={state} data-init={get("/feed")} />, {
      "GET /feed": (request, response) =>
        stream(
          request,
          response,
          async (sse) => {
            const last = request.headers["last-event-id"];
            if (typeof last === "string") resumedFrom.put(last);
            await sse.patchSignals(
              { n: Number(last ?? 0) + 1 },
              { eventId: last === undefined ? "1" : "2", retryDuration: 1 },
            );
            if (last === undefined) setImmediate(() => response.destroy());
          },
          { keepOpen: true },
        ),
    });
    expect(await resumedFrom.next()).toBe("1");
    await eventually(() => signalsOf(page)).toEqual({ n: 2 });
    await problems.expect(/ERR_INCOMPLETE_CHUNKED_ENCODING/);
  });
});

describe("data-indicator", () => {
  test("is true while a request of its element runs", async ({ open }) => {
    const state = signals({ ui: { isSaving: false } });
    const going = new Inbox<() => void>();
    const handler: Handler = async (_request, response) => {
      await new Promise<void>((resolve) => going.put(resolve));
      response.writeHead(204).end();
    };
    const page = await open(
      <button data-on:click={post("/save")} data-indicator:fooBar data-indicator={state.ui.isSaving} />,
      { "POST /save": handler },
    );
    expect(await signalsOf(page)).toEqual({ fooBar: false, ui: { isSaving: false } });
    await page.click("button");
    const finish = await going.next();
    await eventually(() => signalsOf(page)).toEqual({ fooBar: true, ui: { isSaving: true } });
    finish();
    await eventually(() => signalsOf(page)).toEqual({ fooBar: false, ui: { isSaving: false } });
  });
});
