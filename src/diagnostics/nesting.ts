import { error } from "./diagnostic.js";
import type { PageElement, PageFinding, PageNode } from "./page.js";

// Elements that end a paragraph when a browser meets them inside of it.
const blocks = (
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav " +
  "ol p pre search section table ul"
).split(" ");

/** What a browser does not let into an element, at whatever depth. */
const refused: { readonly [tag: string]: ReadonlySet<string> } = {
  a: new Set(["a"]),
  button: new Set(["button"]),
  form: new Set(["form"]),
  p: new Set(blocks),
};

// Behind these, a browser no longer looks at what they stand in.
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

type Above = readonly string[];

/**
 * Finds elements that a browser moves out of those they were written in, so that the page is another than the server's.
 */
export function misnested<Place>(nodes: readonly PageNode<Place>[]): PageFinding<Place>[] {
  return nodes.flatMap((node) => ("tag" in node ? within(node, []) : []));
}

function within<Place>(element: PageElement<Place>, above: Above): PageFinding<Place>[] {
  const tag = element.tag.toLowerCase();
  const around = above.find((outer) => refused[outer]?.has(tag));
  const found =
    around === undefined
      ? []
      : [
          {
            element,
            diagnostic: error(
              "misnested",
              `a <${around}> cannot hold a <${tag}>: the browser takes them apart, and the page is another than the server sent; ${remedy(around)}.`,
            ),
          },
        ];
  // A form does not care what is in between, and nothing that was said once is said again further inside.
  const kept = scopes.has(tag) ? above.filter((outer) => outer === "form" && tag !== "template") : above;
  const inner = Object.hasOwn(refused, tag) ? [...kept, tag] : kept;
  return [...found, ...element.children.flatMap((child) => ("tag" in child ? within(child, inner) : []))];
}

function remedy(outer: string): string {
  return outer === "p" ? "make the <p> a <div>" : "put one beside the other";
}
