import { type Row, type TabName, tabs } from "./rows.js";
import type { Store } from "./store.js";
import { style } from "./style.js";

/** Makes an element. What it shows is text, never markup: so it may be anything, under every policy. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: { readonly [name: string]: string } = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * The overlay, in a shadow root of an element behind the body: patches of the body leave it alone, styles of the page
 * do not reach it, and the client is told to ignore it.
 */
export class Panel {
  readonly #store: Store;
  readonly #setSignal: (path: string, value: unknown) => void;
  readonly #host = make("datastar-tsx-devtools" as "div", { "data-ignore": "", "data-ignore-morph": "" });
  readonly #toggle = make("button", { class: "toggle", type: "button", "aria-expanded": "false" });
  readonly #body = make("div", { class: "rows", role: "tabpanel", id: "rows", tabindex: "0" });
  readonly #tabs = new Map<TabName, HTMLButtonElement>();
  readonly #section: HTMLElement;
  #tab: TabName = "Signals";
  #isDue = false;

  constructor(store: Store, setSignal: (path: string, value: unknown) => void) {
    this.#store = store;
    this.#setSignal = setSignal;
    const bar = make("div", { role: "tablist", "aria-label": "Devtools of Datastar" });
    for (const name of tabs.keys()) {
      const tab = make("button", { type: "button", role: "tab", "aria-controls": "rows" }, name);
      tab.addEventListener("click", () => this.#select(name));
      bar.append(tab);
      this.#tabs.set(name, tab);
    }
    bar.addEventListener("keydown", (event) => this.#move(event));
    this.#section = make("section", { "aria-label": "Devtools of Datastar" }, bar, this.#body);
    this.#section.hidden = true;
    this.#toggle.addEventListener("click", () => this.toggle());
    const root = this.#host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    root.append(this.#section, this.#toggle);
    store.onChange(() => this.#plan());
    window.addEventListener("keydown", (event) => {
      if (event.altKey && event.shiftKey && event.code === "KeyD") this.toggle();
      if (event.key === "Escape" && event.composedPath().includes(this.#section)) this.toggle();
    });
    this.#select(this.#tab);
  }

  /** Puts it into the page, and back when a patch of the whole document has taken it away. */
  attach(): void {
    const put = (): void => {
      if (!this.#host.isConnected) document.documentElement.append(this.#host);
    };
    put();
    new MutationObserver(put).observe(document, { childList: true, subtree: true });
    this.#plan();
  }

  toggle(): void {
    const isOpen = this.#section.hidden;
    this.#section.hidden = !isOpen;
    this.#toggle.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) {
      this.#tabs.get(this.#tab)?.focus();
      this.#plan();
    } else this.#toggle.focus();
  }

  #select(name: TabName): void {
    this.#tab = name;
    for (const [other, tab] of this.#tabs) {
      tab.setAttribute("aria-selected", String(other === name));
      tab.tabIndex = other === name ? 0 : -1;
    }
    this.#body.setAttribute("aria-label", name);
    this.#show();
  }

  #move({ key }: KeyboardEvent): void {
    const names = [...this.#tabs.keys()];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0;
    const next = names[(names.indexOf(this.#tab) + step + names.length) % names.length];
    if (step === 0 || next === undefined) return;
    this.#select(next);
    this.#tabs.get(next)?.focus();
  }

  /** Shows what has changed, at most once for each frame. */
  #plan(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#show();
    });
  }

  #show(): void {
    const problems = [...tabs.values()].flatMap((rowsOf) => rowsOf(this.#store).filter(({ level }) => level)).length;
    this.#toggle.replaceChildren("Datastar", ...(problems > 0 ? [make("b", {}, ` ${problems}`)] : []));
    this.#toggle.setAttribute("aria-label", `Devtools of Datastar, ${problems} problems (Alt+Shift+D)`);
    // Whoever is typing goes on.
    const isBusy = this.#host.shadowRoot?.activeElement instanceof HTMLInputElement;
    if (this.#section.hidden || isBusy) return;
    const rows = tabs.get(this.#tab)?.(this.#store) ?? [];
    const list = make("ol", {}, ...rows.map((row) => this.#item(row)));
    this.#body.replaceChildren(rows.length > 0 ? list : make("p", {}, "Nothing yet."));
  }

  #item({ title, facts = [], details = [], level, signal }: Row): HTMLLIElement {
    const item = make("li", level === undefined ? {} : { class: level });
    item.append(make("code", {}, title), ...facts.map((fact) => make("span", {}, fact)));
    if (signal !== undefined) item.append(this.#editor(title, signal.value));
    for (const { what, before, after } of details) {
      const line = make("div", {}, make("span", {}, what));
      if (before !== undefined) line.append(make("del", {}, before));
      if (after !== undefined) line.append(make("ins", {}, after));
      item.append(line);
    }
    return item;
  }

  /** Edits what is text, a number or a boolean; shows the rest. */
  #editor(path: string, value: unknown): HTMLElement {
    if (!["string", "number", "boolean"].includes(typeof value)) return make("span", {}, JSON.stringify(value) ?? "");
    const input = make("input", {
      "aria-label": path,
      type: { number: "number", boolean: "checkbox" }[typeof value as string] ?? "text",
    });
    if (typeof value === "boolean") input.checked = value;
    else input.value = String(value);
    input.addEventListener("change", () => {
      const text = typeof value === "number" ? input.valueAsNumber : input.value;
      this.#setSignal(path, typeof value === "boolean" ? input.checked : text);
    });
    return input;
  }
}
