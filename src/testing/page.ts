import type { DOMWindow } from "jsdom";
import type { App } from "./app.js";
import { type ClientModule, clientOf } from "./client-source.js";
import { type Jsdom, loadJsdom } from "./dom.js";
import { filesOfPage } from "./files.js";
import { Finder } from "./find.js";
import type { Host } from "./host.js";
import { attachTo, clickOn, fillIn, selectIn, shownText } from "./interaction.js";
import { defaultButton, pressIn } from "./keyboard.js";
import { Network, type Sent } from "./network.js";
import { Problems } from "./problems.js";
import { type Attempt, attempt, Quiet } from "./quiet.js";
import type { WaitOptions } from "./real-time.js";
import type { JsonObject } from "./received.js";
import { testOrigin } from "./requests.js";
import type { Target } from "./target.js";
import { checkEnabled, checkUsable } from "./usable.js";
import type { VisitOptions } from "./visit-options.js";
import { openWindow } from "./window.js";

const pageHeaders = { accept: "text/html,application/xhtml+xml", "sec-fetch-mode": "navigate" };

/** A page as a visitor sees it. Made by {@link visit}. */
export class Page implements AsyncDisposable {
  readonly #jsdom: Jsdom;
  readonly #finder: Finder;
  readonly #options: VisitOptions;
  readonly #network: Network;
  readonly #cookies: InstanceType<Jsdom["CookieJar"]>;
  readonly #quiet: Quiet;
  readonly #problems: Problems;
  #window: DOMWindow | undefined;
  #client: ClientModule | undefined;
  #onLeave: () => void = () => {};
  #status = 0;
  #origin = testOrigin;
  // Tasks of the page, and ways to another one.
  #busy = 0;

  private constructor(app: App, jsdom: Jsdom, finder: Finder, options: VisitOptions) {
    this.#jsdom = jsdom;
    this.#finder = finder;
    this.#options = options;
    this.#problems = new Problems(options.onProblem);
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
    return this.#finder.element(this.#opened, target);
  }

  /** Clicks, and waits until all that follows from it has happened. @throws Error for what nobody can click */
  async click(target: Target): Promise<void> {
    const element = this.#usable(target);
    await this.#act((window) => clickOn(window, element));
  }

  /** Clicks twice, quickly. @throws Error for what nobody can click */
  async doubleClick(target: Target): Promise<void> {
    const element = this.#usable(target);
    await this.#act((window) => {
      clickOn(window, element);
      clickOn(window, element);
      element.dispatchEvent(new window.MouseEvent("dblclick", { bubbles: true, cancelable: true, composed: true }));
    });
  }

  /**
   * Presses a key: Enter in a field sends its form, Escape closes a dialog, and a letter is added to a text.
   *
   * @param key by its name, after modifiers: `Enter`, `ArrowDown`, `Control+s`
   * @see https://developer.mozilla.org/en-US/docs/Web/API/UI_Events/Keyboard_event_key_values
   */
  async press(target: Target, key: string): Promise<void> {
    const element = this.#usable(target);
    await this.#act((window) => pressIn(window, element, key));
  }

  /** Replaces the text of a field, and waits until all that follows from it has happened. */
  async fill(target: Target, text: string | number): Promise<void> {
    const field = this.#usable(target, this.#finder.field(this.#opened, target));
    await this.#act((window) => fillIn(window, field, target, String(text)));
  }

  /** Selects these options, and no others, by their texts or values. */
  async select(target: Target, options: string | readonly string[]): Promise<void> {
    const field = this.#usable(target, this.#finder.field(this.#opened, target));
    await this.#act((window) => selectIn(window, field, target, options));
  }

  /**
   * Chooses files in a field, in place of those that it has.
   *
   * ```ts
   * await page.attach("Photo", new File([png], "ada.png", { type: "image/png" }));
   * ```
   */
  async attach(target: Target, files: File | readonly File[]): Promise<void> {
    // Such a field is often hidden: it is its label that is clicked.
    const field = this.#finder.field(this.#opened, target);
    checkEnabled(field, target);
    const made = await filesOfPage(this.#opened, files instanceof File ? [files] : files);
    await this.#act((window) => attachTo(window, field, target, made));
  }

  /**
   * Submits a form as Enter does in one of its fields, with the button that is the first one to do so, and waits until
   * all that follows from it has happened.
   *
   * @param target the form, or something in it. Default: the only form of the page
   * @throws Error when the form is not valid
   */
  async submit(target: Target = "css=form"): Promise<void> {
    const form = this.#usable(target).closest("form");
    if (form === null) throw new Error(`${JSON.stringify(target)} is in no form.`);
    const button = defaultButton(form);
    if (button !== undefined) checkEnabled(button, target);
    await this.#act(() => (button === undefined ? form.requestSubmit() : button.click()));
  }

  /** Goes to another page. */
  async goto(path: string | URL): Promise<void> {
    const url = new URL(path, this.#window === undefined ? testOrigin : this.url);
    this.#origin = url.origin;
    await this.#act(() => this.#go(url));
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
    this.#problems.complain();
  }

  /**
   * Waits until a condition holds, looking whenever something has happened: for what the app does in its own time.
   *
   * @param condition holds when it returns what is true, or when it returns nothing, as what asserts does
   * @throws what the condition threw at last, or an Error that shows the text of the page
   */
  async until(condition: () => unknown, { timeout = this.#options.timeout ?? 5000 }: WaitOptions = {}): Promise<void> {
    let last: Attempt = { holds: false };
    await this.#quiet.until(() => (last = attempt(condition)).holds, timeout);
    this.#problems.complain();
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
    this.#leave();
    await this.settled();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  get #opened(): DOMWindow {
    if (this.#window === undefined) throw new Error("No page is open: it was closed.");
    return this.#window;
  }

  #usable(target: Target, element = this.find(target)): HTMLElement {
    checkUsable(this.#opened, element, target);
    return element;
  }

  async #act(action: (window: DOMWindow) => void): Promise<void> {
    // Going somewhere for the first time needs no window.
    action(this.#window ?? ({} as DOMWindow));
    await this.settled();
  }

  #go(url: URL, sent: Sent = { method: "GET", headers: new Headers(), body: null }): void {
    if (url.origin !== this.#origin)
      return this.#problems.add(new Error(`The page leads to ${url.href}, which is not of the app that is visited.`));
    const done = this.#begin();
    this.#open(url, sent)
      .catch((error: unknown) => this.#problems.add(error))
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
        if (!isLeft) this.#problems.add(error);
      },
      busy: () => this.#begin(),
    };
    const window = openWindow(this.#jsdom, html, url, this.#cookies, host);
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

  #underWay(): string {
    const pending = this.#network.pending.map(({ method, url }) => `${method} ${url.pathname}`);
    if (pending.length === 0) return "the page is still loading.";
    return `the app has not finished its answer to ${pending.join(", ")}. Only streams that were asked for with GET may stay open.`;
  }
}
