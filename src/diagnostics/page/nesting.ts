import { itemsOf, join, type Rope } from "../../base/rope.js";
import { error } from "../diagnostic.js";
import type { PageElement, PageFinding } from "./page-element.js";

// Elements that end a paragraph when a browser meets them inside of it.
const blocks = (
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav " +
  "ol p pre search section table ul"
).split(" ");

/** What a browser does not let into an element, at whatever depth. */
const refused = {
  a: new Set(["a"]),
  button: new Set(["button"]),
  form: new Set(["form"]),
  p: new Set(blocks),
} as const satisfies { readonly [tag: string]: ReadonlySet<string> };

type Refusing = keyof typeof refused;

const refusing = Object.keys(refused) as readonly Refusing[];

// Behind these, a browser no longer looks at what they stand in. A form does not care what is in between, except for a
// template.
const scopes: ReadonlySet<string> = new Set([
  "button",
  "caption",
  "foreignobject",
  "iframe",
  "marquee",
  "math",
  "object",
  "svg",
  "table",
  "td",
  "template",
  "th",
]);

/** The elements that a browser would take out of what is around them, if that was the one they are listed by. */
export type Movable<Place> = { readonly [tag in Refusing]: Rope<PageElement<Place>> };

export const nothingMovable: Movable<never> = { a: undefined, button: undefined, form: undefined, p: undefined };

export function joinMovable<Place>(left: Movable<Place>, right: Movable<Place>): Movable<Place> {
  if (left === nothingMovable) return right;
  if (right === nothingMovable) return left;
  return {
    a: join(left.a, right.a),
    button: join(left.button, right.button),
    form: join(left.form, right.form),
    p: join(left.p, right.p),
  };
}

/** What is movable of an element and what it holds, seen from around it. */
export function movableWithin<Place>(element: PageElement<Place>, inside: Movable<Place>): Movable<Place> {
  const tag = element.tag.toLowerCase();
  const seen = scopes.has(tag) ? behindScope(tag, inside) : inside;
  // What this element refuses has been reported, and is not said again further out.
  const rest = isRefusing(tag) && seen[tag] !== undefined ? { ...seen, [tag]: undefined } : seen;
  const by = refusedBy(tag);
  return by.length === 0 ? rest : withElement(element, rest, by);
}

function withElement<Place>(
  element: PageElement<Place>,
  { a, button, form, p }: Movable<Place>,
  by: readonly Refusing[],
): Movable<Place> {
  return {
    a: by.includes("a") ? join(element, a) : a,
    button: by.includes("button") ? join(element, button) : button,
    form: by.includes("form") ? join(element, form) : form,
    p: by.includes("p") ? join(element, p) : p,
  };
}

function behindScope<Place>(tag: string, { form }: Movable<Place>): Movable<Place> {
  return form === undefined || tag === "template" ? nothingMovable : { ...nothingMovable, form };
}

function isRefusing(tag: string): tag is Refusing {
  return Object.hasOwn(refused, tag);
}

const none: readonly Refusing[] = [];
const byTag = new Map<string, readonly Refusing[]>(
  blocks
    .concat("a", "button")
    .map((tag) => [tag, refusing.filter((outer) => (refused[outer] as ReadonlySet<string>).has(tag))]),
);

function refusedBy(tag: string): readonly Refusing[] {
  return byTag.get(tag) ?? none;
}

/** Elements that a browser moves out of one, so that the page is another than the server's. */
export function misnested<Place>(tag: string, inside: Movable<Place>): readonly PageFinding<Place>[] {
  const outer = tag.toLowerCase();
  if (!isRefusing(outer)) return [];
  return itemsOf(inside[outer]).map((element) => ({
    element,
    diagnostic: error(
      "misnested",
      `a <${outer}> cannot hold a <${element.tag.toLowerCase()}>: the browser takes them apart, and the page is another than the server sent; ${remedy(outer)}.`,
    ),
  }));
}

function remedy(outer: Refusing): string {
  return outer === "p" ? "make the <p> a <div>" : "put one beside the other";
}
