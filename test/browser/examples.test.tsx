// The examples as `npm start` serves them.
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { startExamples } from "./example-server.js";
import { test as base } from "./page.js";
import { underPolicy } from "./policy.js";

const withExamples = base.extend("url", { scope: "file" }, async ({ client }, { onCleanup }) => {
  const server = await startExamples(client);
  onCleanup(() => server.close());
  return server.url;
});

describe.each([
  ["as they are", async () => {}],
  ["under a policy that lets scripts of a nonce run, and no others", underPolicy],
] as const)("%s", (_, prepare) => {
  const test = withExamples.extend("visit", async ({ browser, url, problems }, { onCleanup }) => {
    const context = await browser.newContext({ baseURL: url });
    context.setDefaultTimeout(15_000);
    onCleanup(() => context.close());
    return async (path: string): Promise<Page> => {
      const page = await context.newPage();
      await prepare(page);
      // Browsers ask for an icon, which the examples do not have.
      await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
      problems.watch(page);
      await page.goto(path);
      return page;
    };
  });

  test("the index links to every example", async ({ visit }) => {
    const page = await visit("/");
    expect(await page.locator("main a, ul a").allTextContents()).toEqual([
      "Chat",
      "Clock",
      "Counter",
      "Store",
      "To do",
    ]);
  });

  test("the clock goes on", async ({ visit }) => {
    const page = await visit("/clock");
    const first = await page.textContent("#clock");
    await page.waitForFunction((first) => document.querySelector("#clock")?.textContent !== first, first);
    expect(await page.innerHTML("#clock")).toMatch(/^<time datetime="[-\dT:.]+Z">\d\d:\d\d:\d\d<\/time>$/);
  });

  test("the counter counts, and cleans up after a visitor who leaves", async ({ visit }) => {
    const page = await visit("/counter");
    await page.getByText("You have been here for 2 seconds.").waitFor();
    const other = await visit("/counter");
    await page.locator("#visitors", { hasText: "2" }).waitFor();
    await other.close();
    await page.locator("#visitors", { hasText: "1" }).waitFor();
  });

  test("the store takes an order", async ({ visit }) => {
    const page = await visit("/store");
    // Holds the redirect at the end back, to look at what came before it.
    let proceed: () => void = () => {};
    const looked = new Promise<void>((resolve) => (proceed = resolve));
    await page.route("**/store/thanks", async (route) => {
      await looked;
      await route.continue();
    });
    await page.getByLabel("Packets of tea").fill("3");
    // A page that is on its way to another one may not tell any more.
    const seen = Promise.all([
      page.getByText("Your cart: 3 × tea.").waitFor(),
      page.locator("#offer").waitFor({ state: "detached" }),
      page.waitForFunction(() => document.title === "3 sold"),
      page.waitForFunction(() => document.querySelector("input")?.value === "1"),
    ]);
    await page.getByRole("button", { name: "Buy" }).click();
    await seen;
    proceed();
    await page.waitForURL("**/store/thanks");
    expect(await page.textContent("#thanks")).toBe("Your tea is on its way.");
  });

  test("all tabs with the to-do list show the same", async ({ visit }) => {
    const page = await visit("/todo");
    const other = await visit("/todo");
    await page.getByLabel("What is to be done").fill("Mail me @home(now) <b>");
    await page.getByRole("button", { name: "Add" }).click();
    const added = other.locator("li", { hasText: "Mail me @home(now) <b>" });
    await added.waitFor();
    await page.waitForFunction(() => document.querySelector("input")?.value === "");

    await added.getByRole("button", { name: "Done" }).click();
    await page.locator("li.done", { hasText: "Mail me" }).waitFor();

    await page.getByLabel("Show").selectOption("open");
    await page.locator("li", { hasText: "Mail me" }).waitFor({ state: "hidden" });
    expect(await added.isVisible()).toBe(true);

    await added.getByRole("button", { name: "Delete" }).click();
    await page.locator("li", { hasText: "Mail me" }).waitFor({ state: "detached" });
  });
});
