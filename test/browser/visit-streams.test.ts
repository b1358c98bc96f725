// Streams, errors and time in visits, with the real client.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { visit } from "datastar-tsx/testing";
import { afterEach, describe, expect, vi } from "vitest";
import { test as base } from "./page.js";

const test = base.extend("clientFile", { scope: "file" }, async ({ client }, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), "datastar-tsx-streams-"));
  onCleanup(() => rm(folder, { recursive: true }));
  const file = join(folder, "datastar.js");
  await writeFile(file, client);
  return file;
});

/** An app of one page with this body; all other requests get the other answer. */
const appOf = (body: string, answer: (request: Request) => Response) => (request: Request) =>
  new URL(request.url).pathname === "/"
    ? new Response(
        `<!doctype html><body><script type="module" src="https://cdn.example/datastar.js"></script>${body}`,
        {
          headers: { "content-type": "text/html" },
        },
      )
    : answer(request);

/** A stream that breaks off after one event, but for the last one. */
const breaking = (last: number) => {
  let count = 0;
  return (request: Request): Response => {
    const id = ++count;
    const text = `${id} after ${request.headers.get("last-event-id")}`;
    const body = new ReadableStream({
      start: (controller) => {
        const event = `id: ${id}\nevent: datastar-patch-elements\ndata: elements <p id="a">${text}</p>\n\n`;
        controller.enqueue(new TextEncoder().encode(event));
        if (id < last) setTimeout(() => controller.error(new Error("broken off")), 5);
      },
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  };
};

const feed = `<p id="a"></p><div data-init="@get('/feed', { retryInterval: 1000 })"></div>`;

describe("time", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test("a stream that breaks off comes back when its time has come", async ({ clientFile: client }) => {
    vi.useFakeTimers();
    await using page = await visit(appOf(feed, breaking(2)), "/", { client });
    expect(page.text("css=#a")).toBe("1 after null");
    await vi.advanceTimersByTimeAsync(900);
    await page.settled();
    expect(page.text("css=#a")).toBe("1 after null");
    await vi.advanceTimersByTimeAsync(200);
    await page.settled();
    expect(page.text("css=#a")).toBe("2 after 1");
  });

  test("or in real time", async ({ clientFile: client }) => {
    await using page = await visit(appOf(feed.replace("1000", "10"), breaking(3)), "/", { client });
    await page.until(() => expect(page.text("css=#a")).toBe("3 after 2"));
  });

  test("intervals and delays", async ({ clientFile: client }) => {
    vi.useFakeTimers();
    const body = `<p data-signals:n="0" data-on-interval__duration.1s="$n++" data-text="$n"></p>
      <b data-init__delay.500ms="$late = true"></b>`;
    await using page = await visit(appOf(body, breaking(1)), "/", { client });
    expect([page.text("css=p"), page.signals["late"]]).toEqual(["0", undefined]);
    await vi.advanceTimersByTimeAsync(3000);
    await page.settled();
    expect([page.text("css=p"), page.signals["late"]]).toEqual(["3", true]);
  });
});

describe("an app that fails fails the test", () => {
  const body = `<button data-on:click="@post('/b')">B</button>`;

  test("with its error", async ({ clientFile: client }) => {
    const app = appOf(body, () => {
      throw new Error("Boom");
    });
    await using page = await visit(app, "/", { client });
    await expect(page.click("B")).rejects.toThrow(/^Boom$/);
  });

  test("with its status", async ({ clientFile: client }) => {
    await using page = await visit(
      appOf(body, () => new Response(null, { status: 500 })),
      "/",
      { client },
    );
    await expect(page.click("B")).rejects.toThrow("POST /b was answered with status 500.");
  });
});
