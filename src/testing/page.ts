import type { DOMWindow } from "jsdom";
import type { App } from "./app.js";
import { type ClientModule, clientOf } from "./client-source.js";
import { type Jsdom, loadJsdom } from "./dom.js";
import { Finder, type Target } from "./find.js";
import { changed, checkEnabled, fillIn, shownText, toError } from "./interaction.js";
import { Network, type Sent } from "./network.js";
import { Quiet } from "./quiet.js";
import type { WaitOptions } from "./real-time.js";
import type { JsonObject } from "./received.js";
import { testOrigin } from "./requests.js";
import type { VisitOptions } from "./visit-options.js";
import { furnish, type Host, listen } from "./window.js";

const pageHeaders = { accept: "text/html,application/xhtml+xml", "sec-fetch-mode": "navigate" };

/** A page as a visitor sees it. Made by {@link visit}. */
export class Page implements AsyncDisposable {
  readonly #jsdom: Jsdom;
  readonly #finder: Finder;
  readonly #options: VisitOptions;
  readonly #network: Network;
  readonly #cookies: InstanceType<Jsdom["CookieJar"]>;
  readonly #quiet: Quiet;
  readonly #problems: unknown[] = [];
  #window: DOMWindow | undefined;
  #client: ClientModule | undefined;
  #onLeave: () => void = () => {};
  #status = 0;
  // Tasks of the page, and ways to another one.
  #busy = 0;

  private constructor(app: App, jsdom: Jsdom, finder: Finder, options: VisitOptions) {
    this.#jsdom = jsdom;
    this.#finder = finder;
    this.#options = options;
    this.#cookies = new jsdom.CookieJar();
    for (const [name, value] of Object.entries(options.cookies ?? {}))
      this.#cookies.setCookieSync(`${name}=${value}; Path=/`, testOrigin);
    this.#network = new Network(app, this.#cookies, new Headers(options.headers), () => this.#quiet.happened());
    this.#quiet = new Quiet(
      () => this.#busy > 0 || this.#network.pending.length > 0,
      () => this.#underWay(),
    );
  }

  /** For `visit`. */
  static async open(app: App, path: string | URL, options: VisitOptions): Promise<Page> {
    const [jsdom, finder] = await Promise.all([loadJsdom(), Finder.load()]);
    const page = new Page(app, jsdom, finder, options);
    await page.goto(path);
    return page;
  }

  /** The URL in the address bar. */
  get url(): string {
    return this.document.URL;
  }

  /** The status with which the page was answered. */
  get status(): number {
    return this.#status;
  }

  /** The document, of jsdom. */
  get document(): Document {
    return this.#opened.document;
  }

  /** All signals of the page. */
  get signals(): JsonObject {
    return JSON.parse(JSON.stringify(this.#client?.root ?? {}));
  }

  /** The markup of an element, or of the whole page. */
  html(target?: Target): string {
    return target === undefined ? this.document.documentElement.outerHTML : this.find(target).outerHTML;
  }

  /** The text of an element, or of the whole page, as far as it is shown, with its white space as one space each. */
  text(target?: Target): string {
    const element = target === undefined ? this.document.body : this.find(target);
    return shownText(this.#opened, element).replaceAll(/\s+/g, " ").trim();
  }

  /** The element that is the target. @throws Error when there is none, or more than one */
  find(target: Target): HTMLElement {
    return this.#finder.toClick(this.#opened, target);
  }

  /** Clicks, and waits until all that follows from it has happened. */
  async click(target: Target): Promise<void> {
    const element = this.find(target);
    checkEnabled(element, target);
    await this.#act(({ MouseEvent }) => {
      const init = { bubbles: true, cancelable: true, composed: true };
      element.dispatchEvent(new MouseEvent("mousedown", init));
      element.focus();
      element.dispatchEvent(new MouseEvent("mouseup", init));
      element.click();
    });
  }

  /** Replaces the text of a field, and waits until all that follows from it has happened. */
  async fill(target: Target, text: string | number): Promise<void> {
    const field = this.#finder.field(this.#opened, target);
    checkEnabled(field, target);
    await this.#act((window) => fillIn(window, field, target, String(text)));
  }

  /** Selects an option by its text or its value, and waits until all that follows from it has happened. */
  async select(target: Target, option: string): Promise<void> {
    const field = this.#finder.field(this.#opened, target);
    checkEnabled(field, target);
    await this.#act((window) => {
      if (!(field instanceof window.HTMLSelectElement))
        throw new Error(`${JSON.stringify(target)} is no <select>, but <${field.localName}>.`);
      const options = Array.from(field.options);
      const chosen = options.find(({ label, value }) => label === option || value === option);
      if (chosen === undefined)
        throw new Error(
          `${JSON.stringify(target)} has ${options.map(({ label }) => JSON.stringify(label)).join(", ")}.`,
        );
      checkEnabled(chosen, option);
      chosen.selected = true;
      changed(window, field);
    });
  }

  /**
   * Submits a form, and waits until all that follows from it has happened.
   *
   * @param target the form, or something in it. Default: the only form of the page
   * @throws Error when the form is not valid
   */
  async submit(target: Target = "css=form"): Promise<void> {
    const form = this.find(target).closest("form");
    if (form === null) throw new Error(`${JSON.stringify(target)} is in no form.`);
    const invalid = form.noValidate ? undefined : Array.from(form.elements).find((each) => each.matches(":invalid"));
    if (invalid !== undefined)
      throw new Error(`The form is not valid, so that it is not sent: ${(invalid.cloneNode() as Element).outerHTML}`);
    await this.#act(() => form.requestSubmit());
  }

  /** Goes to another page. */
  async goto(path: string | URL): Promise<void> {
    const base = this.#window === undefined ? testOrigin : this.url;
    await this.#act(() => this.#go(new URL(path, base)));
  }

  /** Loads the page again. */
  async reload(): Promise<void> {
    await this.goto(this.url);
  }

  /**
   * Waits until nothing more happens: all requests are answered but streams that were asked for with GET, which stay
   * open; of those, all is here that the app has sent. After something that happens elsewhere, such as in another visit
   * or on a clock.
   *
   * @throws Error when it takes too long, and for what has gone wrong in the page
   */
  async settled(): Promise<void> {
    await this.#quiet.settled(this.#options.timeout ?? 5000);
    this.#complain();
  }

  /**
   * Waits until a condition holds, looking whenever something has happened: for what the app does in its own time.
   *
   * @param condition is true, or does not throw
   * @throws what the condition threw at last, or an Error that shows the text of the page
   */
  async until(condition: () => unknown, { timeout = this.#options.timeout ?? 5000 }: WaitOptions = {}): Promise<void> {
    let failure: unknown;
    const holds = (): boolean => {
      try {
        failure = undefined;
        const result = condition();
        return result !== false && result !== null;
      } catch (error) {
        failure = error;
        return false;
      }
    };
    if (await this.#quiet.until(holds, timeout)) return this.#complain();
    throw failure ?? new Error(`After ${timeout} ms, the condition does not hold. The page shows:\n${this.text()}`);
  }

  /** Leaves the page: its streams end, and nothing runs in it any more. */
  async close(): Promise<void> {
    this.#leave();
    await this.#quiet.settled(this.#options.timeout ?? 5000);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  get #opened(): DOMWindow {
    if (this.#window === undefined) throw new Error("No page is open: it was closed.");
    return this.#window;
  }

  async #act(action: (window: DOMWindow) => void): Promise<void> {
    // Going somewhere for the first time needs no window.
    action(this.#window ?? ({} as DOMWindow));
    await this.settled();
  }

  #go(url: URL, sent: Sent = { method: "GET", headers: new Headers(), body: null }): void {
    const done = this.#begin();
    this.#open(url, sent)
      .catch((error: unknown) => this.#problem(error))
      .finally(done);
  }

  async #open(asked: URL, sent: Sent): Promise<void> {
    const headers = new Headers(pageHeaders);
    sent.headers.forEach((value, name) => headers.set(name, value));
    const { response, url } = await this.#network.send(asked, { ...sent, headers });
    const html = await response.text();
    this.#leave();
    this.#status = response.status;
    let isLeft = false;
    this.#onLeave = () => (isLeft = true);
    const host: Host = {
      network: this.#network,
      navigate: (next, by) => this.#go(next, by),
      // Of a page that was left, nothing counts any more: in a browser, nothing would run there.
      problem: (error) => {
        if (!isLeft) this.#problem(error);
      },
      busy: () => this.#begin(),
    };
    const virtualConsole = new this.#jsdom.VirtualConsole();
    listen(virtualConsole, host);
    const { window } = new this.#jsdom.JSDOM(html, {
      url: url.href,
      contentType: "text/html",
      cookieJar: this.#cookies,
      pretendToBeVisual: false,
      runScripts: "dangerously",
      virtualConsole,
      beforeParse: (made) => furnish(made, host),
    });
    this.#window = window;
    const observer = new window.MutationObserver(() => this.#quiet.happened());
    observer.observe(window.document, { subtree: true, childList: true, attributes: true, characterData: true });
    const client = await clientOf(window.document, this.#options.client, (source) => this.#script(source));
    if (client !== undefined) this.#client = window.eval(client) as ClientModule;
  }

  async #script(url: URL): Promise<string | undefined> {
    const { response } = await this.#network.send(url, { method: "GET", headers: new Headers(), body: null });
    const text = await response.text();
    return response.ok ? text : undefined;
  }

  #leave(): void {
    this.#onLeave();
    this.#network.leave();
    this.#window?.close();
    this.#window = undefined;
    this.#client = undefined;
  }

  #begin(): () => void {
    this.#busy++;
    this.#quiet.happened();
    return () => {
      this.#busy--;
      this.#quiet.happened();
    };
  }

  #problem(problem: unknown): void {
    if (this.#options.onProblem === undefined) this.#problems.push(problem);
    else this.#options.onProblem(problem);
  }

  #complain(): void {
    const [first, ...others] = this.#problems.splice(0);
    if (first === undefined) return;
    const error = toError(first);
    throw others.length === 0 ? error : new AggregateError([error, ...others.map(toError)], error.message);
  }

  #underWay(): string {
    const pending = this.#network.pending.map(({ method, url }) => `${method} ${url.pathname}`);
    if (pending.length === 0) return "the page is still loading.";
    return `the app has not finished its answer to ${pending.join(", ")}. Only streams that were asked for with GET may stay open.`;
  }
}
