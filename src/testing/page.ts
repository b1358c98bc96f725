import type { App } from "./app.js";
import { Browser } from "./browser.js";
import { Part } from "./part.js";
import { type Attempt, attempt } from "./quiet.js";
import type { WaitOptions } from "./real-time.js";
import type { JsonObject } from "./received.js";
import { Tab } from "./tab.js";
import type { VisitOptions } from "./visit-options.js";

/** A page as a visitor sees it. Made by {@link visit}. */
export class Page extends Part implements AsyncDisposable {
  readonly #tab: Tab;

  private constructor(browser: Browser) {
    const tab = new Tab(browser);
    super(tab, () => tab.window.document.documentElement);
    this.#tab = tab;
  }

  /** For `visit`. */
  static async open(app: App, path: string | URL, options: VisitOptions): Promise<Page> {
    return Page.#openIn(await Browser.launch(app, options), path);
  }

  static async #openIn(browser: Browser, path: string | URL): Promise<Page> {
    const page = new Page(browser);
    await page.goto(path);
    return page;
  }

  /** The URL in the address bar. */
  get url(): string {
    return this.document.URL;
  }

  /** The status with which the page was answered. */
  get status(): number {
    return this.#tab.status;
  }

  /** The document, of jsdom. */
  get document(): Document {
    return this.#tab.window.document;
  }

  /** All signals of the page. */
  get signals(): JsonObject {
    return JSON.parse(JSON.stringify(this.#tab.client?.root ?? {}));
  }

  /** Goes to another page. */
  async goto(path: string | URL): Promise<void> {
    this.#tab.goto(path);
    await this.settled();
  }

  /** Loads the page again. */
  async reload(): Promise<void> {
    await this.goto(this.url);
  }

  /** Opens another tab of the same visitor, who has the same cookies and the same `localStorage` there. */
  async newTab(path: string | URL = this.url): Promise<Page> {
    return Page.#openIn(this.#tab.browser, path);
  }

  /**
   * Waits until nothing more happens: all requests are answered but streams that were asked for with GET, which stay
   * open; of those, all is here that the app has sent. After something that happens elsewhere, such as in another visit
   * or on a clock.
   *
   * @throws Error when it takes too long, and for what has gone wrong in the page
   */
  async settled(): Promise<void> {
    await this.#tab.settled();
  }

  /**
   * Waits until a condition holds, looking whenever something has happened: for what the app does in its own time.
   *
   * @param condition holds when it returns what is true, or when it returns nothing, as what asserts does
   * @throws what the condition threw at last, or an Error that shows the text of the page
   */
  async until(condition: () => unknown, { timeout = this.#tab.timeout }: WaitOptions = {}): Promise<void> {
    let last: Attempt = { holds: false };
    await this.#tab.quiet.until(() => (last = attempt(condition)).holds, timeout);
    this.#tab.problems.complain();
    if (last.holds) return;
    const shown = `After ${timeout} ms, the condition does not hold. The page shows:\n${this.text()}`;
    throw last.failure ?? new Error(shown);
  }

  /**
   * Leaves the page: its streams end, and nothing runs in it any more.
   *
   * @throws what has gone wrong in the page since something was done in it
   */
  async close(): Promise<void> {
    this.#tab.leave();
    await this.settled();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
