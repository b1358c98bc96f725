// Answers without a stream: one patch, in the body of a response.
import type { ServerResponse } from "node:http";
import {
  elementsResponse,
  get,
  js,
  noContent,
  pageResponse,
  post,
  redirectResponse,
  scriptResponse,
  signals,
  signalsResponse,
  stream,
} from "datastar-tsx";
import { sendElements, sendNoContent, sendRedirect, sendScript, sendSignals } from "datastar-tsx/node";
import { describe, expect } from "vitest";
import { openWithAction, send } from "./action.js";
import { eventually, signalsOf, test } from "./page.js";
import type { Handler } from "./site.js";

const list = (
  <ul id="list">
    <li id="a">a</li>
    <li id="größe's 🖕">b</li>
  </ul>
);

describe("elements", () => {
  test.for<[string, Handler, string]>([
    ["by id", (_request, response) => sendElements(response, <li id="a">A</li>), "Ab"],
    ["by id, as a Response", () => elementsResponse(<li id="a">Ä</li>), "Äb"],
    [
      "by selector and mode",
      () => elementsResponse([<li>c</li>, <li>d</li>], { selector: "#list", mode: "append" }),
      "abcd",
    ],
    [
      "by a selector that is not ASCII",
      (_request, response) => sendElements(response, "B", { selector: '[id="größe\'s 🖕"]', mode: "inner" }),
      "aB",
    ],
    [
      "by a selector that escapes what is not ASCII",
      (_request, response) => sendElements(response, "B", { selector: "#gr\\ö\\ße\\'s\\ \\🖕", mode: "inner" }),
      "aB",
    ],
    ["nothing, which empties", () => elementsResponse("", { selector: "#a", mode: "inner" }), "b"],
    ["removed", () => elementsResponse(null, { selector: "#a", mode: "remove" }), "b"],
    ["in a view transition", () => elementsResponse(<li id="a">A</li>, { useViewTransition: true }), "Ab"],
  ])("%s", async ([, handler, expected], { open }) => {
    const page = await openWithAction(open, list, handler);
    await send(page);
    await eventually(() => page.$$eval("#list li", (items) => items.map((item) => item.textContent).join(""))).toBe(
      expected,
    );
  });

  test("of another namespace", async ({ open }) => {
    const page = await openWithAction(
      open,
      <svg>
        <g id="g" />
      </svg>,
      () =>
        elementsResponse(
          <g id="g">
            <circle />
          </g>,
          { namespace: "svg" },
        ),
    );
    await send(page);
    expect(await page.$eval("circle", (circle) => circle.namespaceURI)).toBe("http://www.w3.org/2000/svg");
  });

  test("a whole page", async ({ open }) => {
    const page = await openWithAction(open, list, () =>
      pageResponse(
        <html>
          <head>
            <title>New</title>
          </head>
          <body>new</body>
        </html>,
      ),
    );
    await send(page);
    expect([await page.title(), await page.textContent("body")]).toEqual(["New", "new"]);
  });

  test("a status other than 200 is not applied", async ({ open, problems }) => {
    const page = await openWithAction(open, list, () => elementsResponse(<li id="a">A</li>, { status: 422 }));
    await send(page);
    await problems.expect(/422/);
    expect(await page.textContent("#a")).toBe("a");
  });
});

describe("signals", () => {
  const state = signals({ count: 1, name: "Ann" });

  test.for<[string, Handler, object]>([
    ["are merged", (_request, response) => sendSignals(response, state.patch({ count: 2 })), { count: 2, name: "Ann" }],
    ["are merged, as a Response", () => signalsResponse({ name: null, more: "ü" }), { count: 1, more: "ü" }],
    [
      "leave what is there",
      () => signalsResponse({ count: 2, more: 3 }, { onlyIfMissing: true }),
      { count: 1, name: "Ann", more: 3 },
    ],
  ])("%s", async ([, handler, expected], { open }) => {
    const page = await openWithAction(open, <p data-signals={state} />, handler);
    await send(page);
    expect(await signalsOf(page)).toEqual(expected);
  });
});

describe("scripts", () => {
  const script = "document.querySelector('p').textContent = document.currentScript.dataset.name ?? 'ran'";

  test.for<[string, Handler, string]>([
    ["run", (_request, response) => sendScript(response, script), "ran"],
    ["have attributes", () => scriptResponse(script, { attributes: { "data-name": "größe 🖕" } }), "größe 🖕"],
  ])("%s", async ([, handler, expected], { open }) => {
    const page = await openWithAction(open, <p />, handler);
    await page.click("#send");
    await eventually(() => page.textContent("p")).toBe(expected);
  });

  // Why the documentation advises against them.
  test("never finish their request in client 1.0.2, unlike those of a stream", async ({ open }) => {
    const page = await open(
      <div data-signals={{ ran: 0 }} data-on:ran={{ do: js`$ran++`, window: true }}>
        <button id="reply" data-indicator:inReply data-on:click={get("/reply")} />
        <button id="stream" data-indicator:inStream data-on:click={get("/stream")} />
      </div>,
      {
        "GET /reply": () => scriptResponse("window.dispatchEvent(new Event('ran'))"),
        "GET /stream": () =>
          stream(new Request("http://localhost"), (sse) => sse.executeScript("window.dispatchEvent(new Event('ran'))")),
      },
    );
    await page.click("#reply");
    await eventually(() => signalsOf(page)).toMatchObject({ ran: 1 });
    await page.click("#stream");
    await eventually(() => signalsOf(page)).toEqual({ ran: 2, inReply: true, inStream: false });
  });
});

describe("redirections", () => {
  const arrived = () =>
    pageResponse(
      <>
        <link rel="icon" href="data:," />
        <p>arrived</p>
      </>,
    );

  test.for<[string, Handler]>([
    ["sendRedirect", (_request, response) => sendRedirect(response, "done?a=1")],
    [
      "redirectResponse",
      (request) => {
        const headers = { "datastar-request": String(request.headers["datastar-request"]) };
        return redirectResponse("done?a=1", { request: new Request("http://localhost/todos/go", { headers }) });
      },
    ],
  ])("%s: an action leads the browser there, relative to what was asked for", async ([, handler], { open }) => {
    const page = await open(<button id="send" data-on:click={post("/todos/go")} />, {
      "POST /todos/go": handler,
      "GET /todos/done": arrived,
    });
    await page.click("#send");
    await page.waitForURL(/\/todos\/done\?a=1$/);
    expect(await page.textContent("p")).toBe("arrived");
  });

  test("a form that the browser sends by itself leads there as well", async ({ open }) => {
    const page = await open(
      <form method="post" action="/todos/go">
        <button id="send" />
      </form>,
      { "POST /todos/go": (_request, response) => sendRedirect(response, "done"), "GET /todos/done": arrived },
    );
    await page.click("#send");
    await page.waitForURL(/\/todos\/done$/);
    expect(await page.textContent("p")).toBe("arrived");
  });

  // Why they are made with an event.
  test("a status of 303 has the page patched in, and the address stays", async ({ open }) => {
    const page = await openWithAction(
      open,
      list,
      (_request, response) => {
        response.writeHead(303, { location: "/done" }).end();
      },
      { "GET /done": () => elementsResponse(<li id="a">elsewhere</li>) },
    );
    const address = page.url();
    await send(page);
    expect([page.url(), await page.textContent("#a")]).toEqual([address, "elsewhere"]);
  });
});

test("no content ends an action, and changes nothing", async ({ open }) => {
  for (const handler of [() => noContent(), (_: unknown, response: ServerResponse) => sendNoContent(response)]) {
    const page = await openWithAction(open, list, handler);
    await send(page);
    expect(await page.textContent("#a")).toBe("a");
  }
});

describe("responseOverrides", () => {
  // Why their documentation says so.
  test("are without effect in client 1.0.2", async ({ open }) => {
    const page = await open(
      <div data-signals={{ count: 1 }}>
        {list}
        <button
          id="patch-elements"
          data-on:click={get("/elements", { responseOverrides: { selector: "#list", mode: "inner" } })}
        />
        <button id="patch-signals" data-on:click={get("/signals", { responseOverrides: { onlyIfMissing: true } })} />
      </div>,
      {
        "GET /elements": () => elementsResponse(<li id="a">A</li>),
        "GET /signals": () => signalsResponse({ count: 2 }),
      },
    );
    await page.click("#patch-elements");
    await eventually(() => page.textContent("#a")).toBe("A");
    expect(await page.locator("#list li").count()).toBe(2);
    await page.click("#patch-signals");
    await eventually(() => signalsOf(page)).toEqual({ count: 2 });
  });
});
