// A visit of an example here and in Chromium, one after the other, since what else the machine does slows both:
// npm run bench:visit.
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { visit } from "datastar-tsx/testing";
import type { Browser } from "playwright-core";
import { site } from "../../examples/site.js";
import todo from "../../examples/todo.js";
import { launchChromium } from "../../test/browser/chromium.js";
import { findClient } from "../../test/browser/client.js";
import { median } from "../median.js";

const visits = 30;
const label = "What is to be done";
const last = "#todos li:nth-child(3)";

type App = Awaited<ReturnType<typeof site>>;

/** Adds an item, marks it as done, and deletes it. */
async function here(app: App): Promise<void> {
  await using page = await visit(app, "/");
  await page.fill(label, "Tea");
  await page.click("role=button[name=Add]");
  await page.click(`css=${last} button:first-child`);
  page.find(`css=${last}.done`);
  await page.click(`css=${last} button:last-child`);
  if (page.document.querySelector(last) !== null) throw new Error("It is still there.");
}

async function inChromium(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByLabel(label).fill("Tea");
  await page.getByRole("button", { name: "Add" }).click();
  await page.locator(`${last} button`).first().click();
  await page.locator(`${last}.done`).waitFor();
  await page.locator(`${last} button:last-child`).click();
  await page.locator(last).waitFor({ state: "detached" });
  await context.close();
}

async function millisecondsOf(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

const folder = mkdtempSync(join(tmpdir(), "datastar-tsx-bench-"));
const bundle = join(folder, "datastar.js");
writeFileSync(bundle, await findClient());
process.env["DATASTAR_BUNDLE"] = bundle;
const app = await site(todo);
const server = serve({ fetch: app.fetch, port: 0 });
await once(server, "listening");
const url = `http://localhost:${(server.address() as AddressInfo).port}`;

let browser: Browser | undefined;
const first = {
  here: await millisecondsOf(() => here(app)),
  chromium: await millisecondsOf(async () => inChromium((browser = await launchChromium()), url)),
};
const times = { here: [] as number[], chromium: [] as number[] };
for (let i = 0; i < visits; i++) {
  times.here.push(await millisecondsOf(() => here(app)));
  times.chromium.push(await millisecondsOf(async () => browser && inChromium(browser, url)));
}
const line = (what: string, mine: number, theirs: number): void =>
  console.log(
    `${what.padEnd(22)} ${mine.toFixed(0).padStart(6)} ms here ${theirs.toFixed(0).padStart(6)} ms in Chromium ` +
      `${(mine / theirs).toFixed(2).padStart(6)}`,
  );
line("the first, with start", first.here, first.chromium);
line(`median of ${visits} visits`, median(times.here), median(times.chromium));

await browser?.close();
server.close();
rmSync(folder, { recursive: true });
process.exit();
