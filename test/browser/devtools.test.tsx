// The overlay in a page under the strict policy: what it shows, and that the page does not notice.
import { DatastarScript, get, js, post, signals, stream as webStream } from "datastar-tsx";
import { Devtools, devtoolsFeed } from "datastar-tsx/devtools";
import { configureDiagnostics, jsxDEV } from "datastar-tsx/jsx-dev-runtime";
import { sendPage, stream } from "datastar-tsx/node";
import type { Locator, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { checkAccessibility, checkWidth } from "./gallery/checks.js";
import { eventually, signalsOf, test as base } from "./page.js";
import { nonce, policy, reportViolations, takesNonce } from "./policy.js";
import type { Routes } from "./site.js";

const state = signals({ name: "Ada", count: 1, ui: { open: false } });

const body = (
  <body data-signals={state}>
    <button data-on:click={js`${state.count}++`}>count</button>
    <button id="load" data-on:click={get("/list")}>
      load
    </button>
    <button data-on:click={post("/missing")}>fail</button>
    <ul id="list">
      <li>old</li>
    </ul>
    <pre id="signals" hidden data-json-signals__terse={{ exclude: /^_/ }} />
  </body>
);

const html = (
  <html lang="en">
    <head>
      <title>Devtools</title>
      <link rel="icon" href="data:," />
      <Devtools feed="/devtools" nonce={nonce} />
      <DatastarScript src="/datastar.js" nonce={nonce} />
    </head>
    {body}
  </html>
);

const list = (
  <ul id="list" class="new">
    <li>tea</li>
  </ul>
);

const test = base.extend("overlay", ({ open }) => async (routes: Routes = {}): Promise<Overlay> => {
  // Streams are told of when somebody listens as they are opened.
  let isFed = false;
  const page = await open(<p />, {
    "GET /list": (request, response) =>
      stream(request, response, async (sse) => {
        await sse.patchElements(list);
        await sse.patchSignals({ name: "Bob" });
      }),
    "POST /missing": (_request, response) => response.writeHead(404).end(),
    "GET /devtools": (request, response) =>
      stream(request, response, (sse) => {
        devtoolsFeed(sse);
        isFed = true;
      }),
    "GET /page": (_request, response) =>
      sendPage(
        response,
        html,
        takesNonce
          ? { nonce, headers: { "content-security-policy": policy } }
          : { headers: { "content-security-policy": policy } },
      ),
    ...routes,
  });
  await reportViolations(page);
  await page.goto("/page");
  await eventually(() => page.textContent("#signals")).not.toBe("");
  await eventually(() => isFed).toBe(true);
  return new Overlay(page);
});

class Overlay {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get section(): Locator {
    return this.page.getByRole("region", { name: "Devtools of Datastar" });
  }

  async rows(tab: string): Promise<string[]> {
    await this.section.getByRole("tab", { name: tab }).click();
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    return this.section.locator("li").allInnerTexts();
  }

  async toggle(): Promise<void> {
    await this.page.keyboard.press("Alt+Shift+D");
  }
}

test("opens with its shortcut, and shows signals, which can be edited", async ({ overlay }) => {
  const tools = await overlay();
  expect(await tools.section.isVisible()).toBe(false);
  await tools.toggle();
  await eventually(() => tools.rows("Signals")).toEqual(["name", "count", "ui.open"]);
  await tools.section.getByLabel("name").fill("Eve");
  await tools.section.getByLabel("name").press("Enter");
  await tools.section.getByLabel("ui.open").check();
  await eventually(() => signalsOf(tools.page)).toEqual({ name: "Eve", count: 1, ui: { open: true } });
  await tools.page.keyboard.press("Escape");
  expect(await tools.section.isVisible()).toBe(false);
});

test("shows what a patch has changed, in elements and in signals", async ({ overlay }) => {
  const tools = await overlay();
  await tools.page.click("#load");
  await eventually(() => tools.page.textContent("#list")).toBe("tea");
  await eventually(() => signalsOf(tools.page)).toMatchObject({ name: "Bob" });
  await tools.toggle();
  const text = (await tools.rows("Patches")).join("\n");
  expect(text).toMatch(/#list outer/);
  expect(text).toMatch(/ul#list class\s*\+?\s*new/);
  expect(text).toMatch(/old[^]*tea/);
  expect(text).toMatch(/name[^]*"Ada"[^]*"Bob"/);
});

test("shows requests with their status, and those that failed as problems", async ({ overlay, problems }) => {
  const tools = await overlay();
  await tools.page.click("#load");
  await eventually(() => tools.page.textContent("#list")).toBe("tea");
  await tools.page.click("text=fail");
  await problems.expect(/404/);
  await tools.toggle();
  await eventually(async () => (await tools.rows("Requests")).join("\n")).toMatch(
    /POST \/missing[^]*404[^]*GET \/list[^]*200[^]*stream[^]*\d ms[^]*button#load/,
  );
  expect(await tools.page.getByRole("button", { name: /Devtools/ }).innerText()).toMatch(/Datastar 1/);
});

test("shows what development finds, with the place, and errors that were reported", async ({ overlay }) => {
  const tools = await overlay({
    "GET /list": (request, response) =>
      stream(
        request,
        response,
        () => {
          throw new Error("no list");
        },
        { onError: () => {} },
      ),
  });
  configureDiagnostics({ report: () => {} });
  onTestFinished(() => configureDiagnostics());
  jsxDEV("p", { "data-shwo": true }, undefined, false, { fileName: "page.tsx", lineNumber: 3, columnNumber: 5 });
  await tools.page.click("#load");
  await tools.toggle();
  await eventually(async () => (await tools.rows("Findings")).join("\n")).toMatch(
    /no list[^]*data-shwo[^]*page\.tsx:3:5/,
  );
});

test("a page of patches leaves it alone, and it leaves the page alone", async ({ overlay }) => {
  const tools = await overlay({
    "GET /list": (request, response) =>
      stream(request, response, async (sse) => {
        await sse.patchElements(<body>{list}</body>, { selector: "body", mode: "outer" });
      }),
  });
  await tools.toggle();
  await tools.page.click("#load");
  await eventually(() => tools.page.textContent("body")).toContain("tea");
  expect(await tools.section.isVisible()).toBe(true);
  expect((await tools.rows("Signals")).length).toBe(3);
});

test("a stream that loses events is shown", async ({ overlay }) => {
  const tools = await overlay();
  // Nobody reads it.
  const slow = webStream(
    new Request("http://localhost/slow"),
    (sse) => {
      for (let i = 0; i < 200; i++) void sse.patchSignals({ name: "x".repeat(10_000) });
      sse.hold();
    },
    { slowClient: "dropOldest", maxQueuedBytes: 100_000 },
  );
  onTestFinished(() => slow.body?.cancel());
  await tools.toggle();
  await eventually(async () => (await tools.rows("Streams")).join("\n")).toMatch(
    /GET \/slow: dropOldest; \d+ sent, [1-9]\d* dropped, \d+ bytes wait/,
  );
});

test.for([
  ["light", 390],
  ["light", 1280],
  ["dark", 390],
  ["dark", 1280],
] as const)("can be used by everybody, and fits: %s, %d pixels wide", async ([colorScheme, width], { overlay }) => {
  const tools = await overlay();
  const { page } = tools;
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  await page.click("#load");
  await eventually(() => page.textContent("#list")).toBe("tea");
  configureDiagnostics({ report: () => {} });
  onTestFinished(() => configureDiagnostics());
  jsxDEV("p", { "data-shwo": true }, undefined, false, { fileName: "page.tsx", lineNumber: 3, columnNumber: 5 });
  await tools.toggle();
  for (const tab of ["Signals", "Patches", "Requests", "Streams", "Findings"]) {
    await tools.rows(tab);
    await checkAccessibility(page);
    await checkWidth(page);
  }
});
