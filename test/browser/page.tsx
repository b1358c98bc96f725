import { type Child, DatastarScript, type SignalValue } from "datastar-tsx";
import { sendPage } from "datastar-tsx/node";
import type { Page } from "playwright-core";
import { expect, test as base } from "vitest";
import { launchChromium } from "./chromium.js";
import { findClient } from "./client.js";
import { Problems } from "./problems.js";
import { type Routes, serve } from "./site.js";

/**
 * Opens a page with the given body on a site of its own, and waits until the client has applied all attributes. A
 * function is called whenever the page is loaded.
 */
export type Open = (body: Child | (() => Child), routes?: Routes) => Promise<Page>;

/** A test with a browser: `open` for its pages, and `problems` for what it expects to go wrong in them. */
export const test = base
  .extend("client", { scope: "file" }, () => findClient())
  .extend("browser", { scope: "file" }, async ({}, { onCleanup }) => {
    const browser = await launchChromium();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("problems", async ({}, { onCleanup }) => {
    const problems = new Problems();
    onCleanup(() => problems.check());
    return problems;
  })
  .extend("open", async ({ browser, client, problems }, { onCleanup }): Promise<Open> => {
    const close: (() => Promise<unknown>)[] = [];
    onCleanup(async () => {
      for (const end of close) await end();
    });
    return async (body, routes = {}) => {
      const site = await serve(
        {
          "GET /": (_request, response) =>
            sendPage(response, <Layout>{typeof body === "function" ? body() : body}</Layout>),
          "GET /datastar.js": (_request, response) => response.setHeader("content-type", "text/javascript").end(client),
          ...routes,
        },
        (problem) => problems.report(problem),
      );
      const context = await browser.newContext({ baseURL: site.url });
      close.push(
        () => context.close(),
        () => site.close(),
      );
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      problems.watch(page);
      await page.goto("/");
      // When an attribute fails, the client applies none of those behind it.
      await Promise.race([applied(page), problems.next()]);
      return page;
    };
  });

interface LayoutProps {
  readonly children: Child;
  /** What stands before the client. */
  readonly head?: Child;
}

export function Layout({ children, head }: LayoutProps) {
  return (
    <html lang="en">
      <head>
        <title>Test</title>
        <link rel="icon" href="data:," />
        {head}
        <DatastarScript src="/datastar.js" />
      </head>
      <body>
        {children}
        <pre id="signals" hidden data-json-signals__terse={{ exclude: /^_/ }} />
      </body>
    </html>
  );
}

/** Waits until the client has applied all attributes: those of the last element in the page too. */
async function applied(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("#signals")?.textContent !== "");
}

/** Loads the page again. Throws what the client throws as it applies the attributes. */
export async function reload(page: Page): Promise<void> {
  let fail: (error: Error) => void = () => {};
  const failure = new Promise<never>((_resolve, reject) => page.once("pageerror", (fail = reject)));
  await page.reload();
  await Promise.race([applied(page), failure]).finally(() => page.off("pageerror", fail));
}

/** The signals of the page, but for local ones. */
export async function signalsOf(page: Page): Promise<{ [name: string]: SignalValue }> {
  return JSON.parse((await page.textContent("#signals")) ?? "");
}

/** Like `expect`, for a value that gets what it should be after a while. */
export function eventually<T>(value: () => T) {
  return expect.poll(value, { timeout: 10_000, interval: 20 });
}
