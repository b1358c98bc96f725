// Visits without a browser: each example by one script here and in Chromium, where both must show the same; and what
// only a visit has.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Child,
  DatastarScript,
  elementsResponse,
  get,
  js,
  pageResponse,
  post,
  readForm,
  readSignals,
  redirectResponse,
  signals,
  signalsResponse,
  stream,
} from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { type FetchHandler, type Page as Visit, visit } from "datastar-tsx/testing";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, vi } from "vitest";
import gallery from "../../examples/gallery/index.js";
import { startExamples } from "./example-server.js";
import { eventually, test as base } from "./page.js";
import { takesNonce } from "./policy.js";

const test = base.extend("clientFile", { scope: "file" }, async ({ client }, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), "datastar-tsx-visit-"));
  onCleanup(() => rm(folder, { recursive: true }));
  const file = join(folder, "datastar.js");
  await writeFile(file, client);
  return file;
});

/** What a user does, here and there. */
interface User {
  fill(label: string, text: string): Promise<void>;
  select(label: string, option: string): Promise<void>;
  click(name: string): Promise<void>;
  body(): Promise<string>;
}

const here = (page: Visit): User => ({
  fill: (label, text) => page.fill(label, text),
  select: (label, option) => page.select(label, option),
  click: (name) => page.click(`role=button[name=${name}]`),
  body: async () => page.document.body.outerHTML,
});

const inChromium = (page: Page): User => ({
  fill: (label, text) => page.getByLabel(label).fill(text),
  select: async (label, option) => void (await page.getByLabel(label).selectOption({ label: option })),
  click: (name) => page.getByRole("button", { name, exact: true }).click(),
  body: () => page.evaluate(() => document.body.outerHTML),
});

/** Times, and how long somebody has been there, are not the same. */
const timeless = (html: string): string =>
  html.replaceAll(/\d\d:\d\d:\d\d|datetime="[^"]*"/g, "(time)").replace(/(<output data-text[^>]*>)\d*/, "$1(seconds)");

type Step = (user: User) => Promise<void>;

const scripts: { readonly [path: string]: readonly Step[] } = {
  "/clock/": [],
  "/counter/": [],
  "/chat/": [
    (user) => user.fill("Your name", "Ada"),
    (user) => user.fill("Say something", "Mail me @home(now) <b>"),
    (user) => user.click("Send"),
    (user) => user.fill("Say something", "Again"),
    (user) => user.click("Send"),
  ],
  "/todo/": [
    (user) => user.fill("What is to be done", "Tea & <b>"),
    (user) => user.click("Add"),
    (user) => user.click("Undo"),
    (user) => user.select("Show", "Done"),
    (user) => user.select("Show", "Open"),
  ],
  "/store/": [(user) => user.fill("Packets of tea", "3"), (user) => user.click("Buy")],
};

const withExamples = test.extend("url", { scope: "file" }, async ({ client }, { onCleanup }) => {
  const server = await startExamples(client);
  onCleanup(() => server.close());
  return server.url;
});

describe("each example shows the same here and in Chromium", () => {
  withExamples.for(Object.entries(scripts))("%s", async ([path, steps], { browser, url, clientFile }) => {
    const context = await browser.newContext({ baseURL: url, bypassCSP: !takesNonce });
    const page = await visit(gallery, path, { client: clientFile });
    try {
      const chromium = await context.newPage();
      await chromium.goto(path);
      const users = [here(page), inChromium(chromium)] as const;
      const same = async (): Promise<void> => {
        const [one, other] = users;
        await eventually(async () => timeless(await other.body())).toBe(timeless(await one.body()));
      };
      await same();
      for (const step of steps) {
        for (const user of users) await step(user);
        await same();
      }
    } finally {
      await page.close();
      await context.close();
    }
  });
});

const Layout = ({ children }: { readonly children: Child }) => (
  <html lang="en">
    <head>
      <title>Test</title>
      <DatastarScript />
    </head>
    <body>{children}</body>
  </html>
);

/** An app of handlers by method and path. */
const appOf =
  (handlers: { readonly [route: string]: FetchHandler }): FetchHandler =>
  async (request) =>
    (await handlers[`${request.method} ${new URL(request.url).pathname}`]?.(request)) ??
    new Response("Not found", { status: 404 });

const page =
  (body: Child): FetchHandler =>
  () =>
    pageResponse(<Layout>{body}</Layout>);

describe("a visit", () => {
  const cart = signals({ count: 1, _open: false });

  test("signals, actions and what they are answered with", async ({ clientFile: client }) => {
    const app = appOf({
      "GET /": page(
        <main data-signals={cart}>
          <label>
            Count <input type="number" data-bind={cart.count} />
          </label>
          <button data-on:click={post("/double")}>Double</button>
          <p id="shown" data-text={js`${cart.count} + " pieces"`} />
          <p hidden>Nobody sees this.</p>
        </main>,
      ),
      "POST /double": async (request) => signalsResponse({ count: (await readSignals(request, cart)).count * 2 }),
    });
    await using shop = await visit(app, "/", { client });
    expect(shop.status).toBe(200);
    expect(shop.signals).toEqual({ count: 1, _open: false });
    await shop.fill("Count", 21);
    await shop.click("Double");
    expect(shop.signals).toMatchObject({ count: 42 });
    expect(shop.text("css=#shown")).toBe("42 pieces");
    expect(shop.text()).toBe("Count Double 42 pieces");
    expect(shop.find("Count")).toHaveProperty("value", "42");
  });

  test("forms, links, redirections and cookies", async ({ clientFile: client }) => {
    const app = appOf({
      "GET /": page(
        <form data-on:submit={post("/login", { contentType: "form" })}>
          <input name="user" aria-label="User" required />
          <button name="by" value="button">
            Log in
          </button>
          <a href="/about">About</a>
        </form>,
      ),
      "POST /login": async (request) => {
        const form = await readForm(request);
        const cookie = `user=${String(form.get("user"))}-${String(form.get("by"))}; Path=/; HttpOnly`;
        return redirectResponse("/home", { request, headers: { "set-cookie": cookie } });
      },
      "GET /home": (request) => page(<h1>{request.headers.get("cookie")}</h1>)(request),
      "GET /about": () => new Response(null, { status: 302, headers: { location: "/home" } }),
    });
    await using visitor = await visit(app, "/", { client, cookies: { lang: "en" } });
    await expect(visitor.submit()).rejects.toThrow('The form is not valid, so that it is not sent: <input name="user"');
    await visitor.fill("User", "ada");
    await visitor.click("Log in");
    expect(visitor.url).toBe("http://localhost/home");
    expect(visitor.text()).toBe("lang=en; user=ada-button");
    await visitor.goto("/");
    await visitor.click("text=About");
    expect(visitor.url).toBe("http://localhost/home");
  });

  test("two of them on one hub see each other", async ({ clientFile: client }) => {
    const hub = createHub<"chat">();
    const app = appOf({
      "GET /": page(
        <main data-init={get("/feed")}>
          <ul id="list" />
          <button data-on:click={post("/hello")}>Hello</button>
        </main>,
      ),
      "GET /feed": (request) => hub.stream(request, "chat"),
      "POST /hello": async () => {
        await hub.patchElements("chat", <li>Hello</li>, { selector: "#list", mode: "append" });
        return new Response(null, { status: 204 });
      },
    });
    const ada = await visit(app, "/", { client });
    const bob = await visit(app, "/", { client });
    await ada.click("Hello");
    await bob.settled();
    expect([ada.text("css=#list"), bob.text("css=#list")]).toEqual(["Hello", "Hello"]);
    await ada.close();
    await bob.close();
    await vi.waitFor(() => expect(hub.subscribers("chat")).toBe(0));
  });

  describe("what goes wrong in the page", () => {
    const broken = appOf({
      "GET /": page(
        <main>
          <button data-on:click={js`missing()`}>Expression</button>
          <button data-on:click={post("/nowhere")}>Target</button>
          <button data-on:click={post("/fails")}>Status</button>
          <button disabled>Disabled</button>
        </main>,
      ),
      "POST /nowhere": () => elementsResponse(<p id="not-there" />),
      "POST /fails": () => new Response(null, { status: 500 }),
    });

    test.for([
      ["Expression", "missing is not defined"],
      ["Target", "PatchElementsNoTargetsFound"],
      ["Status", "POST /fails was answered with status 500."],
      ["Disabled", '"Disabled" is disabled.'],
      ["Nothing", 'The page has nothing that is called "Nothing"'],
    ])("%s", async ([name, message], { clientFile: client }) => {
      await using visitor = await visit(broken, "/", { client });
      await expect(visitor.click(name ?? "")).rejects.toThrow(message);
    });

    test("or goes to who wants to know", async ({ clientFile: client }) => {
      const onProblem = vi.fn();
      await using visitor = await visit(broken, "/", { client, onProblem });
      await visitor.click("Status");
      expect(onProblem).toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({ message: "POST /fails was answered with status 500." }),
      );
    });
  });

  describe("time", () => {
    afterEach(() => {
      vi.useRealTimers();
    });
    const app = appOf({
      "GET /": page(
        <main data-signals={cart} data-init={get("/clock")}>
          <input
            aria-label="Count"
            data-bind={cart.count}
            data-on:input={{ do: js`${cart._open} = true`, debounce: 500 }}
          />
          <p id="clock" />
          <button data-on:click={post("/slow")}>Slow</button>
        </main>,
      ),
      "GET /clock": (request) =>
        stream(request, (sse) => {
          let minutes = 0;
          sse.every(60_000, () => sse.patchElements(<p id="clock">{++minutes}</p>));
        }),
      "POST /slow": () => new Promise<Response>(() => {}),
    });

    test("stands still with fake timers, for the page and for the app", async ({ clientFile: client }) => {
      vi.useFakeTimers();
      await using visitor = await visit(app, "/", { client });
      await visitor.fill("Count", 2);
      expect(visitor.signals).toMatchObject({ _open: false });
      await vi.advanceTimersByTimeAsync(500);
      expect(visitor.signals).toMatchObject({ _open: true });
      await vi.advanceTimersByTimeAsync(120_000);
      await visitor.settled();
      expect(visitor.text("css=#clock")).toBe("2");
    });

    test("until something holds", async ({ clientFile: client }) => {
      await using visitor = await visit(app, "/", { client });
      await visitor.fill("Count", 2);
      await visitor.until(() => visitor.signals["_open"]);
      await expect(visitor.until(() => false, { timeout: 10 })).rejects.toThrow("the condition does not hold");
    });

    test("an answer that does not come", async ({ clientFile: client }) => {
      await using visitor = await visit(app, "/", { client, timeout: 2000 });
      await expect(visitor.click("Slow")).rejects.toThrow("the app has not finished its answer to POST /slow.");
    });
  });
});
