import type { DOMWindow } from "jsdom";
import { checkRole } from "./roles.js";
import { type Styles, tagOf, withStyles } from "./styles.js";
import type { Target } from "./target.js";

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
  element(window: DOMWindow, target: Target): HTMLElement {
    const { body } = window.document;
    return withStyles(
      window,
      (styles) =>
        this.#explicit(body, target, styles) ??
        only(this.#clickable(body, target, styles), target) ??
        only(this.#shown(styles, this.#fields(body, target)), target) ??
        this.#text(body, target, styles),
    );
  }

  /** The one field with this label. @throws Error when there is none, or more than one */
  field(window: DOMWindow, target: Target): HTMLElement {
    const { body } = window.document;
    return withStyles(
      window,
      (styles) => this.#explicit(body, target, styles) ?? this.#label(body, target, this.#fields(body, target), styles),
    );
  }

  /** What is said to be found in a certain way. */
  #explicit(body: HTMLElement, target: Target, styles: Styles): HTMLElement | undefined {
    const [, way, what = ""] = /^(text|label|role|css)=(.*)$/s.exec(target) ?? [];
    if (way === "text") return this.#text(body, what, styles);
    if (way === "label") return this.#label(body, what, this.#queries.queryAllByLabelText(body, what), styles);
    if (way === "css") {
      const found = only(Array.from(body.ownerDocument.querySelectorAll<HTMLElement>(what)), target);
      if (found === undefined) throw new Error(`The page has no element that matches ${JSON.stringify(what)}.`);
      return found;
    }
    if (way !== "role") return undefined;
    const [, role = what, ...names] = /^([a-z-]+)\[name=(?:"(.*)"|'(.*)'|(.*))\]$/is.exec(what) ?? [];
    checkRole(role);
    const name = names.find((each) => each !== undefined);
    return (
      only(this.#byRole(body, styles, role, name), target) ??
      this.#queries.getByRole(body, role, { name: name ?? /.*/ })
    );
  }

  get #queries(): Library["queries"] {
    return this.#library.queries;
  }

  #fields(body: HTMLElement, label: string): readonly HTMLElement[] {
    const labelled = this.#queries.queryAllByLabelText(body, label);
    return labelled.length > 0 ? labelled : this.#queries.queryAllByPlaceholderText(body, label);
  }

  /** A file is chosen by the label of a field that is hidden. */
  #label(body: HTMLElement, label: string, fields: readonly HTMLElement[], styles: Styles): HTMLElement {
    const shown = this.#shown(styles, fields);
    return only(shown.length > 0 ? shown : fields, label) ?? this.#queries.getByLabelText(body, label);
  }

  #text(body: HTMLElement, text: string, styles: Styles): HTMLElement {
    const all = this.#queries.queryAllByText(body, text);
    const found = only(this.#shown(styles, all), text);
    if (found !== undefined) return found;
    const hider = all.map((element) => styles.hiderOf(element)).find((each) => each !== undefined);
    if (hider !== undefined) throw new Error(`${JSON.stringify(text)} is hidden, by ${tagOf(hider)}.`);
    return this.#queries.getByText(body, text);
  }

  #shown(styles: Styles, elements: readonly HTMLElement[]): readonly HTMLElement[] {
    return elements.filter((element) => styles.hiderOf(element) === undefined);
  }

  #clickable(body: HTMLElement, name: string, styles: Styles): readonly HTMLElement[] {
    return clickable.flatMap((role) => this.#byRole(body, styles, role, name));
  }

  // Testing Library takes whatever has `hidden` for hidden, even if a style of the page shows it.
  #byRole(body: HTMLElement, styles: Styles, role: string, name?: string): readonly HTMLElement[] {
    const found = this.#queries.queryAllByRole(body, role, { hidden: true, ...(name === undefined ? {} : { name }) });
    return found.filter((element) => !styles.isInaccessible(element));
  }
}

function only(found: readonly HTMLElement[], target: Target): HTMLElement | undefined {
  if (found.length < 2) return found[0];
  const tags = found.map((element) => `\n  ${tagOf(element)}`);
  throw new Error(`${found.length} elements are ${JSON.stringify(target)}:${tags.join("")}`);
}
