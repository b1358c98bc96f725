// Whether elements are seen, by their styles. jsdom works out all properties of an element, from all rules of the browser's
// own style sheet; a search asks for that of each element and of all in it, and would take seconds. Two properties show
// an element, so these alone are worked out here, from those rules of the page that set them.
import type { DOMWindow } from "jsdom";
import { isShownPopover } from "./popovers.js";

interface Visibility {
  readonly display: string;
  readonly visibility: string;
}

/** What a page can say of these, and whether an element has it from what it is in. */
type Property = keyof Visibility | "pointer-events";

/**
 * What browsers show otherwise than in a line.
 *
 * @see https://html.spec.whatwg.org/multipage/rendering.html
 */
const displays = byName({
  none: "area base basefont datalist head link meta noembed noframes noscript param rp script style template title",
  block:
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre " +
    "search section summary ul xmp",
  "inline-block": "button input meter progress select textarea",
  table: "table",
  "table-caption": "caption",
  "table-cell": "td th",
  "table-column": "col colgroup",
  "table-row": "tr",
  "table-row-group": "tbody tfoot thead",
});

function byName(names: { readonly [display: string]: string }): ReadonlyMap<string, string> {
  return new Map(Object.entries(names).flatMap(([display, list]) => list.split(" ").map((name) => [name, display])));
}

/** Characters of an element in a message. */
const longest = 160;

/** The styles of a page, as long as nothing changes in it. */
export class Styles {
  readonly #rules: { readonly [Name in Property]: readonly CSSStyleRule[] };
  readonly #known = new Map<Element, Visibility>();

  constructor({ document }: DOMWindow) {
    const rules = Array.from(document.styleSheets).flatMap(({ cssRules }) => styleRules(cssRules));
    const setting = (property: Property): readonly CSSStyleRule[] =>
      rules.filter(({ style }) => style.getPropertyValue(property) !== "");
    this.#rules = {
      display: setting("display"),
      visibility: setting("visibility"),
      "pointer-events": setting("pointer-events"),
    };
  }

  of(element: Element): Visibility {
    let known = this.#known.get(element);
    if (known === undefined) {
      known = {
        display: isFoldedAway(element) ? "none" : (this.#cascaded(element, "display") ?? byBrowser(element)),
        visibility: this.#inherited(element, "visibility", (parent) => this.of(parent).visibility) ?? "visible",
      };
      this.#known.set(element, known);
    }
    return known;
  }

  /** Whether neither users nor those who read the page to them get to know of an element. */
  isInaccessible(element: Element): boolean {
    if (this.of(element).visibility !== "visible") return true;
    for (let each: Element | null = element; each !== null; each = each.parentElement)
      if (this.of(each).display === "none" || each.getAttribute("aria-hidden") === "true") return true;
    return false;
  }

  /** What keeps an element from being seen: itself, or what it is in. */
  hiderOf(element: Element): Element | undefined {
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      if (isFoldedAway(each)) return each.parentElement ?? each;
      if (this.of(each).display === "none") return each;
    }
    if (this.of(element).visibility === "visible") return undefined;
    let hider = element;
    while (hider.parentElement !== null && this.of(hider.parentElement).visibility !== "visible")
      hider = hider.parentElement;
    return hider;
  }

  /** Whether clicks go through an element, to what is behind it. */
  passesPointer(element: Element): boolean {
    return this.#pointerEvents(element) === "none";
  }

  #pointerEvents(element: Element): string | undefined {
    return this.#inherited(element, "pointer-events", (parent) => this.#pointerEvents(parent));
  }

  /** What the page says of an element, or of what it is in. */
  #inherited(
    element: Element,
    property: Property,
    ofParent: (parent: Element) => string | undefined,
  ): string | undefined {
    const own = this.#cascaded(element, property);
    if (own !== undefined && own !== "inherit" && own !== "unset") return own === "initial" ? undefined : own;
    return element.parentElement === null ? undefined : ofParent(element.parentElement);
  }

  /** What the page says: the last rule counts, as in jsdom, which does not know how specific a selector is. */
  #cascaded(element: Element, property: Property): string | undefined {
    const styles = this.#rules[property].filter((rule) => matches(element, rule)).map(({ style }) => style);
    if (element.hasAttribute("style") && "style" in element) styles.push(element.style as CSSStyleDeclaration);
    const set = styles.filter((style) => style.getPropertyValue(property) !== "");
    const last = set.findLast((style) => style.getPropertyPriority(property) === "important") ?? set.at(-1);
    return last?.getPropertyValue(property);
  }
}

/**
 * Has Testing Library ask these styles, and not those of jsdom.
 *
 * @param search what runs nothing of the page
 */
export function withStyles<T>(window: DOMWindow, search: (styles: Styles) => T): T {
  const styles = new Styles(window);
  const { getComputedStyle } = window;
  const instead = (element: Element): object => {
    const visibility = styles.of(element);
    return { ...visibility, getPropertyValue: (name: string): string => Reflect.get(visibility, name) ?? "" };
  };
  Reflect.set(window, "getComputedStyle", instead);
  try {
    return search(styles);
  } finally {
    Reflect.set(window, "getComputedStyle", getComputedStyle);
  }
}

/** Rules and what is in groups of them, but for media other than screens. */
function styleRules(rules: CSSRuleList): readonly CSSStyleRule[] {
  return Array.from(rules).flatMap((rule) => {
    if ("selectorText" in rule) return [rule as CSSStyleRule];
    if ("media" in rule && !Array.from(rule.media as MediaList).includes("screen")) return [];
    return "cssRules" in rule ? styleRules(rule.cssRules as CSSRuleList) : [];
  });
}

/** What jsdom cannot parse, such as a pseudo-element, matches nothing. */
function matches(element: Element, { selectorText }: CSSStyleRule): boolean {
  try {
    return element.matches(selectorText);
  } catch {
    return false;
  }
}

// By attributes, not by selectors: jsdom takes `data-attr:hidden` for an attribute `hidden` with a prefix.
function byBrowser(element: Element): string {
  const { localName } = element;
  const isHidden =
    (element.hasAttribute("hidden") && localName !== "embed") ||
    (element.hasAttribute("popover") && !isShownPopover(element) && !element.hasAttribute("open")) ||
    (localName === "dialog" && !element.hasAttribute("open")) ||
    (localName === "input" && element.getAttribute("type")?.toLowerCase() === "hidden");
  return isHidden ? "none" : (displays.get(localName) ?? "inline");
}

/** Of a `<details>` that is closed, only the first summary is seen. */
export function isFoldedAway(node: Node): boolean {
  const { parentElement } = node;
  if (parentElement?.localName !== "details" || parentElement.hasAttribute("open")) return false;
  return node !== Array.from(parentElement.children).find(({ localName }) => localName === "summary");
}

/** How an element begins, cut short where its attributes say much. */
export function tagOf(element: Element): string {
  const tag = (element.cloneNode() as Element).outerHTML.replace(/<\/[^<>]*>$/, "");
  return tag.length > longest ? `${tag.slice(0, longest)}…` : tag;
}
