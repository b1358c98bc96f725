import { type Child, js, type StreamHandler } from "datastar-tsx";
import { stream } from "datastar-tsx/node";
import type { Page } from "playwright-core";
import type { Open } from "./page.js";
import type { Handler, Routes } from "./site.js";

/** Opens a page whose `send` is answered by `handler`. */
export function openWithAction(open: Open, body: Child, handler: Handler, routes: Routes = {}): Promise<Page> {
  return open(
    <>
      <main>{body}</main>
      <button id="send" data-on:click={js`@get('/action')`} />
    </>,
    { ...routes, "GET /action": handler },
  );
}

/** Sends the request, and waits until the client has dealt with the whole answer. */
export function send(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        document.addEventListener("datastar-fetch", (event) => {
          if (event instanceof CustomEvent && event.detail.type === "finished") resolve();
        });
        document.querySelector<HTMLElement>("#send")?.click();
      }),
  );
}

/** Opens a page, and lets it take all events that `handler` streams. */
export async function openStream(open: Open, body: Child, handler: StreamHandler): Promise<Page> {
  const page = await openWithAction(open, body, (request, response) => stream(request, response, handler));
  await send(page);
  return page;
}
