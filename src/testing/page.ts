import type { DOMWindow } from "jsdom";
import type { App } from "./app.js";
import { Browser } from "./browser.js";
import { filesOfPage } from "./files.js";
import { attachTo, clickOn, fillIn, selectIn, shownText } from "./interaction.js";
import { defaultButton, pressIn } from "./keyboard.js";
import { type Attempt, attempt } from "./quiet.js";
import type { WaitOptions } from "./real-time.js";
import type { JsonObject } from "./received.js";
import { Tab } from "./tab.js";
import type { Target } from "./target.js";
import { checkEnabled, checkUsable } from "./usable.js";
import type { VisitOptions } from "./visit-options.js";

/** A page as a visitor sees it. Made by {@link visit}. */
export class Page implements AsyncDisposable {
  readonly #tab: Tab;

  private constructor(browser: Browser) {
    this.#tab = new Tab(browser);
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
    return this.#window.document;
  }

  /** All signals of the page. */
  get signals(): JsonObject {
    return JSON.parse(JSON.stringify(this.#tab.client?.root ?? {}));
  }

  /** The markup of an element, or of the whole page. */
  html(target?: Target): string {
    return target === undefined ? this.document.documentElement.outerHTML : this.find(target).outerHTML;
  }

  /** The text of an element, or of the whole page, as far as it is shown, with its white space as one space each. */
  text(target?: Target): string {
    const element = target === undefined ? this.document.body : this.find(target);
    return shownText(this.#window, element).replaceAll(/\s+/g, " ").trim();
  }

  /** The element that is the target. @throws Error when there is none, or more than one */
  find(target: Target): HTMLElement {
    return this.#tab.browser.finder.element(this.#window, target);
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
   * Presses a key: Enter in a field sends its form, Escape closes a dialog, Tab goes on to the next field, arrows change
   * what they change in a browser, and a letter is added to a text.
   *
   * @param target where. Default: what has the focus
   * @param key by its name, after modifiers: `Enter`, `ArrowDown`, `Shift+Tab`, `Control+s`
   * @see https://developer.mozilla.org/en-US/docs/Web/API/UI_Events/Keyboard_event_key_values
   */
  press(key: string): Promise<void>;
  press(target: Target, key: string): Promise<void>;
  async press(...args: readonly [key: string] | readonly [target: Target, key: string]): Promise<void> {
    const [target, key] = args.length === 1 ? [undefined, args[0]] : args;
    const element = target === undefined ? undefined : this.#usable(target);
    await this.#act((window) => pressIn(window, element, key));
  }

  /** Replaces the text of a field, and waits until all that follows from it has happened. */
  async fill(target: Target, text: string | number): Promise<void> {
    const field = this.#usable(target, this.#tab.browser.finder.field(this.#window, target));
    await this.#act((window) => fillIn(window, field, target, String(text)));
  }

  /** Selects these options, and no others, by their texts or values. */
  async select(target: Target, options: string | readonly string[]): Promise<void> {
    const field = this.#usable(target, this.#tab.browser.finder.field(this.#window, target));
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
    const field = this.#tab.browser.finder.field(this.#window, target);
    checkEnabled(field, target);
    const made = await filesOfPage(this.#window, files instanceof File ? [files] : files);
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
    await this.#tab.quiet.settled(this.#timeout);
    this.#tab.problems.complain();
  }

  /**
   * Waits until a condition holds, looking whenever something has happened: for what the app does in its own time.
   *
   * @param condition holds when it returns what is true, or when it returns nothing, as what asserts does
   * @throws what the condition threw at last, or an Error that shows the text of the page
   */
  async until(condition: () => unknown, { timeout = this.#timeout }: WaitOptions = {}): Promise<void> {
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

  get #window(): DOMWindow {
    return this.#tab.window;
  }

  get #timeout(): number {
    return this.#tab.browser.options.timeout ?? 5000;
  }

  #usable(target: Target, element = this.find(target)): HTMLElement {
    checkUsable(this.#window, element, target);
    return element;
  }

  async #act(action: (window: DOMWindow) => void): Promise<void> {
    action(this.#window);
    await this.settled();
  }
}
