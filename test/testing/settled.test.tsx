// What a visit waits for, that begins elsewhere: on a clock, or by somebody else.
import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { type Html, stream, type StreamHandler } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { type Page } from "datastar-tsx/testing";
import { expect, test } from "vitest";
import { open } from "./visit-page.js";

/** Shows in its text what has come from `/feed`. */
const follows = `<p></p><script>
  const shown = document.querySelector("p");
  fetch("/feed").then(async ({ body }) => {
    const reader = body.getReader();
    for (let next; !(next = await reader.read()).done;)
      shown.textContent += String.fromCharCode(...next.value).match(/>(\\d+)</)?.[1] ?? "";
  });
</script>`;

/** A visit that sees a view, and what changes it. */
async function seeing(render: (count: number) => Html | Promise<Html>, timeout?: number): Promise<[Page, () => void]> {
  const hub = createHub<"count">();
  let count = 0;
  const view = hub.live("count", () => render(count));
  const page = await open(follows, { timeout }, (request) => view.stream(request));
  return [page, () => (count++, hub.nudge("count"))];
}

test("a view is rendered by a timer that is due at once", async () => {
  const [page, change] = await seeing((count) => <b id="count">{count}</b>);
  for (const shown of ["01", "012", "0123"]) {
    change();
    await page.settled();
    expect(page.text()).toBe(shown);
  }
  await page.close();
});

test("a view waits for a database", async () => {
  const [page, change] = await seeing(async (count) => <b id="count">{await setTimeout(30, count)}</b>);
  change();
  await page.settled();
  expect(page.text()).toBe("01");
  await page.close();
});

test("a view that is never rendered is named, and what comes after it is not stopped by it", async () => {
  const [page, change] = await seeing(
    (count) => (count === 0 ? <b id="count">0</b> : new Promise<never>(() => {})),
    100,
  );
  change();
  await expect(page.settled()).rejects.toThrow('The view of the topic "count" is still being rendered after 100 ms.');
  await page.close();
});

test("tasks that lead to one another", async () => {
  const page = await open("<p></p>");
  let done = 0;
  const next = (count: number): unknown => globalThis.setTimeout(() => (done++, count > 1 && next(count - 1)), 0);
  next(3);
  await page.settled();
  expect(done).toBe(3);
  await page.close();
});

/** A visit that sees what a handler sends to a stream. */
const seeingStream = (handler: StreamHandler): Promise<Page> =>
  open(follows, {}, (request) => stream(request, handler));

test("a handler that waits for a file, and then for a database", async () => {
  const page = await seeingStream(async (sse) => {
    await sse.patchElements(<b id="count">0</b>);
    await readFile(import.meta.filename);
    await sse.patchElements(<b id="count">1</b>);
    await setTimeout(30);
    await sse.patchElements(<b id="count">2</b>);
  });
  expect(page.text()).toBe("012");
  await page.close();
});

test("a handler that does not return is waited for once", async () => {
  let tick = (): void => {};
  const page = await seeingStream(async (sse) => {
    for (let count = 0; !sse.closed; count++) {
      await sse.patchElements(<b id="count">{count}</b>);
      await new Promise<void>((resolve) => (tick = resolve));
    }
  });
  const before = performance.now();
  for (const shown of ["01", "012", "0123"]) {
    tick();
    await page.settled();
    expect(page.text()).toBe(shown);
  }
  // A second for each of them would be three.
  expect(performance.now() - before).toBeLessThan(2500);
  await page.close();
});
