import type { App } from "./app.js";
import { Page } from "./page.js";
import type { VisitOptions } from "./visit-options.js";

/**
 * Opens a page of an app as a visitor does, without a browser: the page and the Datastar client run in jsdom, and all
 * that they ask for is answered by the app in this process.
 *
 * ```ts
 * const page = await visit(app, "/todo");
 * await page.fill("What is to be done", "Tea");
 * await page.click("Add");
 * expect(page.text("css=#todos")).toContain("Tea");
 * await page.close();
 * ```
 *
 * Every visit is a browser of its own, with its own cookies. There is no layout and no real focus: all that is not
 * hidden by a style counts as visible.
 *
 * @param path a path, or a whole URL
 * @throws Error when the page cannot be had, and when jsdom, `@testing-library/dom` or the client is missing
 */
export function visit(app: App, path: string | URL, options: VisitOptions = {}): Promise<Page> {
  return Page.open(app, path, options);
}
