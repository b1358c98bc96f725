import type { DOMWindow } from "jsdom";
import { shownText } from "./interaction.js";
import { actors, labelsIn, listOf, nameIn } from "./missing.js";
import { checkRole } from "./roles.js";
import { type Styles, tagOf, withStyles } from "./styles.js";
import { nameOf, type Target } from "./target.js";

type Library = typeof import("@testing-library/dom");

/** What does something when it is clicked. */
const clickable: readonly string[] = [
  "button",
  "checkbox",
  "combobox",
  "link",
  "menuitem",
  "menuitemcheckbox",
  "menuitemradio",
  "option",
  "radio",
  "switch",
  "tab",
  "treeitem",
];

/** Finds elements in a page as Testing Library does, which is what it asks. */
export class Finder {
  readonly #library: Library;

  private constructor(library: Library) {
    this.#library = library;
  }

  /** @throws Error when `@testing-library/dom` is not installed */
  static async load(): Promise<Finder> {
    const library = await import("@testing-library/dom").catch((cause: unknown) => {
      throw new Error(
        "This needs a package that is not installed:\n\n  npm install --save-dev @testing-library/dom\n",
        {
          cause,
        },
      );
    });
    return new Finder(library);
  }

  /** The one element with this name or text. @throws Error when there is none, or more than one */
  element(window: DOMWindow, root: HTMLElement, target: Target): HTMLElement {
    return this.#named(window, root, target, (buttons, fields) =>
      only(Array.from(new Set([...buttons, ...fields])), target),
    );
  }

  /** The same, to be clicked: of a button and a field with one name, the button is meant. */
  clicked(window: DOMWindow, root: HTMLElement, target: Target): HTMLElement {
    return this.#named(window, root, target, (buttons, fields) => only(buttons, target) ?? only(fields, target));
  }

  #named(
    window: DOMWindow,
    root: HTMLElement,
    target: Target,
    choose: (buttons: readonly HTMLElement[], fields: readonly HTMLElement[]) => HTMLElement | undefined,
  ): HTMLElement {
    return withStyles(
      window,
      (styles) =>
        this.#explicit(root, target, styles) ??
        choose(this.#clickable(root, target, styles), shown(styles, this.#fields(root, target))) ??
        this.#text(root, target, styles),
    );
  }

  /** The one field with this label. @throws Error when there is none, or more than one */
  field(window: DOMWindow, root: HTMLElement, target: Target): HTMLElement {
    return withStyles(
      window,
      (styles) => this.#explicit(root, target, styles) ?? this.#label(root, target, this.#fields(root, target), styles),
    );
  }

  /** The one element of these that contains a text. @throws Error when there is none, or more than one */
  part(window: DOMWindow, root: HTMLElement, target: Target, text: string | RegExp | undefined): HTMLElement {
    if (text === undefined) return this.element(window, root, target);
    const found = withStyles(window, (styles) => this.#all(root, target, styles));
    const those = found.filter((element) => {
      const its = shownText(window, element).replaceAll(/\s+/g, " ");
      return typeof text === "string" ? its.includes(text) : its.search(text) >= 0;
    });
    const part = only(those, target, ` with ${nameOf(text)}`);
    if (part === undefined)
      throw new Error(`Of ${found.length} elements that are ${nameOf(target)}, none contains ${nameOf(text)}.`);
    return part;
  }

  /** Whether there is any element that is the target, and is seen. */
  has(window: DOMWindow, root: HTMLElement, target: Target): boolean {
    return withStyles(window, (styles) => shown(styles, this.#all(root, target, styles)).length > 0);
  }

  /** All that a target can mean. */
  #all(root: HTMLElement, target: Target, styles: Styles): readonly HTMLElement[] {
    const { by, what } = wayOf(target) ?? { by: undefined, what: target };
    if (by === "css") return byCss(root, String(what));
    if (by === "role") return this.#byRole(root, styles, ...roleOf(String(what)));
    if (by === "label") return this.#queries.queryAllByLabelText(root, what);
    const texts = shown(styles, this.#queries.queryAllByText(root, what));
    if (by === "text") return texts;
    return [...this.#clickable(root, what, styles), ...this.#fields(root, what), ...texts];
  }

  /** What is said to be found in a certain way. */
  #explicit(root: HTMLElement, target: Target, styles: Styles): HTMLElement | undefined {
    const way = wayOf(target);
    if (way === undefined) return undefined;
    const { by, what } = way;
    if (by === "text") return this.#text(root, what, styles);
    if (by === "label") return this.#label(root, what, this.#queries.queryAllByLabelText(root, what), styles);
    const found = only(this.#all(root, target, styles), target);
    if (found !== undefined) return found;
    if (by === "css") throw new Error(`The page has no element that matches ${JSON.stringify(what)}.`);
    const [role, name] = roleOf(what);
    const others = this.#byRole(root, styles, role);
    const sought = name === undefined ? role : `${role} ${nameOf(name)}`;
    throw new Error(`The page has no ${sought}${others.length === 0 ? "." : `, but these:${tags(others)}`}`);
  }

  get #queries(): Library["queries"] {
    return this.#library.queries;
  }

  #fields(root: HTMLElement, label: string | RegExp): readonly HTMLElement[] {
    const labelled = this.#queries.queryAllByLabelText(root, label);
    return labelled.length > 0 ? labelled : this.#queries.queryAllByPlaceholderText(root, label);
  }

  /** A file is chosen by the label of a field that is hidden. */
  #label(root: HTMLElement, label: string | RegExp, fields: readonly HTMLElement[], styles: Styles): HTMLElement {
    const seen = shown(styles, fields);
    const found = only(seen.length > 0 ? seen : fields, label);
    if (found !== undefined) return found;
    throw new Error(`The page has no field ${nameOf(label)}${listOf("fields", labelsIn(root), label)}`);
  }

  #text(root: HTMLElement, text: string | RegExp, styles: Styles): HTMLElement {
    const all = this.#queries.queryAllByText(root, text);
    const found = only(shown(styles, all), text);
    if (found !== undefined) return found;
    const hider = all.map((element) => styles.hiderOf(element)).find((each) => each !== undefined);
    if (hider !== undefined) throw new Error(`${nameOf(text)} is hidden, by ${tagOf(hider)}.`);
    const names = [
      ...shown(styles, Array.from(root.querySelectorAll<HTMLElement>(actors))).map(nameIn),
      ...labelsIn(root),
    ];
    throw new Error(
      `The page has nothing that is called ${nameOf(text)}, and no such text${listOf("buttons, links and fields", names, text)}`,
    );
  }

  #clickable(root: HTMLElement, name: string | RegExp, styles: Styles): readonly HTMLElement[] {
    return clickable.flatMap((role) => this.#byRole(root, styles, role, name));
  }

  // Testing Library takes whatever has `hidden` for hidden, even if a style of the page shows it.
  #byRole(root: HTMLElement, styles: Styles, role: string, name?: string | RegExp): readonly HTMLElement[] {
    const found = this.#queries.queryAllByRole(root, role, { hidden: true, ...(name === undefined ? {} : { name }) });
    return found.filter((element) => !styles.isInaccessible(element));
  }
}

interface Way {
  readonly by: string;
  readonly what: string;
}

function wayOf(target: Target): Way | undefined {
  const [, by, what = ""] = (typeof target === "string" && /^(text|label|role|css)=(.*)$/s.exec(target)) || [];
  return by === undefined ? undefined : { by, what };
}

/** @throws Error for a role that there is not */
function roleOf(what: string): [role: string, name?: string | RegExp] {
  const [, role = what, ...names] = /^([a-z-]+)\[name=(?:"(.*)"|'(.*)'|(.*))\]$/is.exec(what) ?? [];
  checkRole(role);
  const name = names.find((each) => each !== undefined);
  if (name === undefined) return [role];
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/s.exec(name) ?? [];
  return [role, source === undefined ? name : new RegExp(source, flags)];
}

function byCss(root: HTMLElement, selector: string): readonly HTMLElement[] {
  // Also what is in the head.
  const from = root.localName === "body" ? root.ownerDocument : root;
  return Array.from(from.querySelectorAll<HTMLElement>(selector));
}

function shown(styles: Styles, elements: readonly HTMLElement[]): readonly HTMLElement[] {
  return elements.filter((element) => styles.hiderOf(element) === undefined);
}

function only(found: readonly HTMLElement[], target: Target, and = ""): HTMLElement | undefined {
  if (found.length < 2) return found[0];
  throw new Error(
    `${found.length} elements are ${nameOf(target)}${and}:${tags(found)}\nSay in which part: page.within("css=li", "its text"), or which one: "label=…", "role=…", "css=…".`,
  );
}

function tags(elements: readonly HTMLElement[]): string {
  return elements.map((element) => `\n  ${tagOf(element)}`).join("");
}
