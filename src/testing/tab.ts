import type { DOMWindow } from "jsdom";
import type { Browser } from "./browser.js";
import { type ClientModule, clientOf } from "./client-source.js";
import type { Host } from "./host.js";
import { Network, type Sent } from "./network.js";
import { Problems } from "./problems.js";
import { Quiet } from "./quiet.js";
import { testOrigin } from "./requests.js";
import { runScripts } from "./scripts.js";
import { openWindow } from "./window.js";

const pageHeaders = { accept: "text/html,application/xhtml+xml", "sec-fetch-mode": "navigate" };
const asked: Sent = { method: "GET", headers: new Headers(), body: null };

/** What shows a page, and goes from one to the next. */
export class Tab {
  readonly browser: Browser;
  readonly network: Network;
  readonly quiet: Quiet;
  readonly problems: Problems;
  client: ClientModule | undefined;
  status = 0;
  readonly #session = new Map<string, string>();
  #window: DOMWindow | undefined;
  #onLeave: () => void = () => {};
  #origin = testOrigin;
  // Tasks of the page, and ways to another one.
  #busy = 0;

  constructor(browser: Browser) {
    const { app, cookies, options } = browser;
    this.browser = browser;
    this.problems = new Problems(options.onProblem);
    this.network = new Network(app, cookies, new Headers(options.headers), () => this.quiet.happened());
    this.quiet = new Quiet(
      () => this.#busy > 0 || this.network.pending.length > 0,
      () => this.#underWay(),
    );
  }

  /** @throws Error when no page is open */
  get window(): DOMWindow {
    if (this.#window === undefined) throw new Error("No page is open: it was closed.");
    return this.#window;
  }

  /** Goes to a page, from the one that is open if there is one. */
  goto(path: string | URL): void {
    const url = new URL(path, this.#window?.document.URL ?? testOrigin);
    this.#origin = url.origin;
    this.#go(url);
  }

  /** Milliseconds that something may take. */
  get timeout(): number {
    return this.browser.options.timeout ?? 10_000;
  }

  /** Waits until nothing more happens. @throws Error when it takes too long, and for what has gone wrong in the page */
  async settled(): Promise<void> {
    await this.quiet.settled(this.timeout);
    this.problems.complain();
  }

  leave(): void {
    this.#onLeave();
    this.network.leave();
    this.#window?.close();
    this.#window = undefined;
    this.client = undefined;
  }

  #go(url: URL, sent: Sent = asked): void {
    if (url.origin !== this.#origin)
      return this.problems.add(new Error(`The page leads to ${url.href}, which is not of the app that is visited.`));
    const done = this.#begin();
    this.#open(url, sent)
      .catch((error: unknown) => this.problems.add(error))
      .finally(done);
  }

  async #open(wanted: URL, sent: Sent): Promise<void> {
    const headers = new Headers(pageHeaders);
    sent.headers.forEach((value, name) => headers.set(name, value));
    const { response, url } = await this.network.send(wanted, { ...sent, headers });
    const html = await response.text();
    this.leave();
    this.status = response.status;
    let isLeft = false;
    this.#onLeave = () => (isLeft = true);
    const host: Host = {
      network: this.network,
      browser: this.browser,
      session: this.#session,
      navigate: (next, by) => this.#go(next, by),
      // Of a page that was left, nothing counts any more: in a browser, nothing would run there.
      problem: (error) => {
        if (!isLeft) this.problems.add(error);
      },
      busy: () => this.#begin(),
    };
    const window = openWindow(html, url, host);
    this.#window = window;
    const observer = new window.MutationObserver(() => this.quiet.happened());
    observer.observe(window.document, { subtree: true, childList: true, attributes: true, characterData: true });
    const load = (source: URL): Promise<string | undefined> => this.#script(source);
    const client = await clientOf(window.document, this.browser.options.client, load);
    await runScripts(window, load, host.problem);
    if (client !== undefined && !isLeft) this.client = window.eval(client) as ClientModule;
  }

  async #script(url: URL): Promise<string | undefined> {
    const { response } = await this.network.send(url, asked);
    const text = await response.text();
    // Apps may answer what they do not know with a page.
    const isScript = /javascript|ecmascript/i.test(response.headers.get("content-type") ?? "javascript");
    return response.ok && isScript ? text : undefined;
  }

  #begin(): () => void {
    this.#busy++;
    this.quiet.happened();
    return () => {
      this.#busy--;
      this.quiet.happened();
    };
  }

  #underWay(): string {
    const pending = this.network.pending.map(({ method, url }) => `${method} ${url.pathname}`);
    if (pending.length === 0) return "the page is still loading.";
    return `the app has not finished its answer to ${pending.join(", ")}. Only streams that were asked for with GET may stay open.`;
  }
}
