// Tests of examples: what a person does, in Chromium at two widths and in a visit without a browser.
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { type Page as Visit, visit } from "datastar-tsx/testing";
import type { Hono } from "hono";
import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { catalogue } from "../../../examples/gallery/catalogue.js";
import { type Example, site } from "../../../examples/site.js";
import { test as base } from "../page.js";
import { reportViolations, takesNonce } from "../policy.js";
import { checkAccessibility, checkWidth } from "./checks.js";
import { inChromium, inVisit, type Person } from "./person.js";

export const widths = [390, 1280] as const;

/** Opens a page of a site in a tab of its own. */
export type OpenTab = (path?: string) => Promise<Page>;

export const test = base
  .extend("clientFile", { scope: "file" }, async ({ client }, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), "datastar-tsx-gallery-"));
    onCleanup(() => rm(folder, { recursive: true }));
    const file = join(folder, "datastar.js");
    await writeFile(file, client);
    // Where the site of an example looks for it.
    process.env["DATASTAR_BUNDLE"] = file;
    return file;
  })
  // A browser of this width, with cookies of its own, that opens tabs at a site.
  .extend("tabs", async ({ browser, problems }, { onCleanup }) => {
    const contexts: BrowserContext[] = [];
    onCleanup(async () => {
      for (const context of contexts) await context.close();
    });
    return async (url: string, width: number): Promise<OpenTab> => {
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width, height: 800 },
        reducedMotion: "reduce",
        // Older clients need what the policy of the examples refuses.
        bypassCSP: !takesNonce,
      });
      contexts.push(context);
      context.setDefaultTimeout(10_000);
      return async (path = "/") => {
        const page = await context.newPage();
        await reportViolations(page);
        problems.watch(page);
        page.on("requestfailed", (request) => {
          const error = request.failure()?.errorText;
          // Who leaves a page breaks its streams off.
          if (error !== "net::ERR_ABORTED") problems.report(`${request.method()} ${request.url()}: ${error}`);
        });
        await page.goto(path);
        return page;
      };
    };
  });

let copies = 0;

/** An example as it starts: what a script has changed in the module of another one is not in this. */
async function freshly(name: string): Promise<Hono> {
  const entry = catalogue.find((entry) => entry.name === name);
  if (entry === undefined) throw new Error(`The catalogue has no example ${name}.`);
  const { default: app }: Example = await import(
    /* @vite-ignore */ `../../../examples/${entry.files[0]}?copy=${++copies}`
  );
  return site(app);
}

/** Serves an app on a free port. */
export async function served(app: Pick<Hono, "fetch">): Promise<{ readonly url: string } & AsyncDisposable> {
  const server = serve({ fetch: app.fetch, port: 0 });
  await once(server, "listening");
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}

/** Opens a page as somebody else, who has a browser of their own. */
type OpenOther = () => Promise<Person>;

/** Tests an example by what a person does there and sees: in Chromium at both widths, and in a visit. */
export function example(name: string, script: (person: Person, other: OpenOther) => Promise<void>): void {
  exampleInChromium(name, (page, open, other) =>
    script(inChromium(page, open), async () => {
      const opened = await other();
      return inChromium(await opened(), opened);
    }),
  );
  test(`${name}, in a visit`, async ({ clientFile: client }) => {
    const app = await freshly(name);
    const pages: Visit[] = [];
    const open: OpenOther = async () => {
      const answers: boolean[] = [];
      const page = await visit(app, "/", { client, onQuestion: () => answers.shift() });
      pages.push(page);
      return inVisit(page, answers, pages);
    };
    try {
      await script(await open(), open);
    } finally {
      for (const page of pages) await page.close();
    }
  });
}

/**
 * Tests an example in Chromium, with all that a page of Playwright can do: for layout, pixels, pointers, what only shows
 * in between, and pages without JavaScript. `open` opens another tab, and `other` another browser.
 */
export function exampleInChromium(
  name: string,
  script: (page: Page, open: OpenTab, other: () => Promise<OpenTab>) => Promise<void>,
): void {
  test.for(widths)(`${name}, %d pixels wide`, async (width, { clientFile, tabs }) => {
    expect(clientFile).toBe(process.env["DATASTAR_BUNDLE"]);
    await using server = await served(await freshly(name));
    const open = await tabs(server.url, width);
    const page = await open();
    await checkWidth(page);
    await script(page, open, () => tabs(server.url, width));
    await checkWidth(page);
    await checkAccessibility(page);
  });
}

export { expect };
