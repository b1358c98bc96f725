import type { DOMWindow } from "jsdom";
import { filesOfPage } from "./files.js";
import type { Finder } from "./find.js";
import { attachTo, clickOn, fillIn, selectIn, shownText } from "./interaction.js";
import { defaultButton, pressIn } from "./keyboard.js";
import type { Tab } from "./tab.js";
import { nameOf, type Target } from "./target.js";
import { checkEnabled, checkUsable } from "./usable.js";

/** A page or a part of it, and what a person does and sees there. */
export class Part {
  readonly #tab: Tab;
  readonly #root: () => HTMLElement;

  /** For `visit` and `within`. @param root looks for the element each time, since a patch can change it */
  constructor(tab: Tab, root: () => HTMLElement) {
    this.#tab = tab;
    this.#root = root;
  }

  /** The markup of an element, or of the whole page or part. */
  html(target?: Target): string {
    return (target === undefined ? this.#root() : this.find(target)).outerHTML;
  }

  /** The text of an element, or of the whole page or part, as far as it is shown, with its white space as one space each. */
  text(target?: Target): string {
    const element = target === undefined ? this.#bodyOrRoot() : this.find(target);
    return shownText(this.#window, element).replaceAll(/\s+/g, " ").trim();
  }

  /** The element that is the target. @throws Error when there is none, or more than one */
  find(target: Target): HTMLElement {
    return this.#finder.element(this.#window, this.#bodyOrRoot(), target);
  }

  /** Whether there is such an element, at least one that is seen. */
  has(target: Target): boolean {
    return this.#finder.has(this.#window, this.#bodyOrRoot(), target);
  }

  /**
   * A part of the page, in which all of this can be done.
   *
   * ```ts
   * await page.within("css=li", "Tea").click("Delete");
   * ```
   *
   * @param text what the part contains, to tell it from others of its kind
   */
  within(target: Target, text?: string | RegExp): Part {
    return new Part(this.#tab, () => this.#finder.part(this.#window, this.#bodyOrRoot(), target, text));
  }

  /** Clicks, and waits until all that follows from it has happened. @throws Error for what nobody can click */
  async click(target: Target): Promise<void> {
    const element = this.#clicked(target);
    await this.#act((window) => clickOn(window, element));
  }

  /** Clicks twice, quickly. @throws Error for what nobody can click */
  async doubleClick(target: Target): Promise<void> {
    const element = this.#clicked(target);
    await this.#act((window) => {
      clickOn(window, element);
      clickOn(window, element);
      element.dispatchEvent(new window.MouseEvent("dblclick", { bubbles: true, cancelable: true, composed: true }));
    });
  }

  /**
   * Presses a key: Enter in a field sends its form, Escape closes a dialog, Tab goes on to the next field, arrows
   * change what they change in a browser, and a letter is added to a text.
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
    const field = this.#usable(target, this.#finder.field(this.#window, this.#bodyOrRoot(), target));
    await this.#act((window) => fillIn(window, field, target, String(text)));
  }

  /** Selects these options, and no others, by their texts or values. */
  async select(target: Target, options: string | readonly string[]): Promise<void> {
    const field = this.#usable(target, this.#finder.field(this.#window, this.#bodyOrRoot(), target));
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
    const field = this.#finder.field(this.#window, this.#bodyOrRoot(), target);
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
    if (form === null) throw new Error(`${nameOf(target)} is in no form.`);
    const button = defaultButton(form);
    if (button !== undefined) checkEnabled(button, target);
    await this.#act(() => (button === undefined ? form.requestSubmit() : button.click()));
  }

  get #finder(): Finder {
    return this.#tab.browser.finder;
  }

  get #window(): DOMWindow {
    return this.#tab.window;
  }

  /** Of a document, what is shown. */
  #bodyOrRoot(): HTMLElement {
    const root = this.#root();
    return root.localName === "html" ? root.ownerDocument.body : root;
  }

  #clicked(target: Target): HTMLElement {
    return this.#usable(target, this.#finder.clicked(this.#window, this.#bodyOrRoot(), target));
  }

  #usable(target: Target, element = this.find(target)): HTMLElement {
    checkUsable(this.#window, element, target);
    return element;
  }

  async #act(action: (window: DOMWindow) => void): Promise<void> {
    action(this.#window);
    await this.#tab.settled();
  }
}
