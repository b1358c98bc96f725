import type { AttributeSignals } from "./attribute-signals.js";
import { type Diagnostic, diagnostic, error, warning } from "./diagnostic.js";
import { distance, nearest } from "./nearest.js";
import { addPath, addTree, hasPath, newTree, pathsOf, type SignalTree } from "./signal-tree.js";

/** An element, as far as checks across elements need to know it. `Place` says where it stands in the source. */
export interface PageElement<Place> {
  readonly tag: string;
  readonly id: string | undefined;
  readonly place: Place;
  readonly signals: readonly AttributeSignals[];
  readonly children: readonly PageNode<Place>[];
}

/** Markup whose elements are not known; `signals` tells whether it may declare some. */
export interface Markup {
  readonly declaresSignals: boolean;
}

export type PageNode<Place> = PageElement<Place> | Markup;

/** Something wrong, and the element it is wrong with. */
export interface PageFinding<Place> {
  readonly diagnostic: Diagnostic;
  readonly element: PageElement<Place>;
}

const isElement = <Place>(node: PageNode<Place>): node is PageElement<Place> => "tag" in node;

/** All elements in document order, and whether each is in an SVG image. What a template holds is not in the page. */
function* elementsIn<Place>(
  nodes: readonly PageNode<Place>[],
  inSvg = false,
): Generator<{ element: PageElement<Place>; inSvg: boolean }> {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const tag = node.tag.toLowerCase();
    yield { element: node, inSvg };
    if (tag !== "template") yield* elementsIn(node.children, inSvg || tag === "svg");
  }
}

/** Finds elements whose id another one has already. */
export function duplicateIds<Place>(
  nodes: readonly PageNode<Place>[],
  describe: (place: Place) => string,
): PageFinding<Place>[] {
  const owners = new Map<string, PageElement<Place>>();
  const findings: PageFinding<Place>[] = [];
  for (const { element, inSvg } of elementsIn(nodes)) {
    if (element.id === undefined || element.id === "") continue;
    const owner = owners.get(element.id);
    if (owner === undefined) {
      owners.set(element.id, element);
      continue;
    }
    const message = `id="${element.id}": the <${owner.tag}>${describe(owner.place)} has this id already; a patch would find that one only.`;
    // Images repeat the ids of their gradients, which are alike.
    findings.push({ diagnostic: diagnostic("duplicate-id", inSvg ? "warning" : "error", message), element });
  }
  return findings;
}

const needNoId = new Set(["html", "head", "body"]);

/** Finds the top-level elements of a patch without selector that the client cannot place. */
export function missingIds<Place>(nodes: readonly PageNode<Place>[], mode: string): PageFinding<Place>[] {
  const message = `a patch without selector finds its target by the id of each top-level element, and mode "${mode}" would skip this one; give it an id, or the patch a selector.`;
  return nodes
    .filter(isElement)
    .filter(({ tag, id }) => (id === undefined || id === "") && !needNoId.has(tag.toLowerCase()))
    .map((element) => ({ diagnostic: error("missing-id", message), element }));
}

interface PageSignals {
  readonly declared: SignalTree;
  /** Those that an expression sets, which makes them exist. */
  readonly set: SignalTree;
  readonly read: SignalTree;
}

/** Finds signals that are used and that nothing in a whole page declares. */
export function unknownSignals<Place>(nodes: readonly PageNode<Place>[]): PageFinding<Place>[] {
  const elements = Array.from(elementsIn(nodes), ({ element }) => element);
  const page = pageSignals(nodes, elements);
  if (page === undefined) return [];
  return elements.flatMap((element) =>
    element.signals.flatMap((attribute) =>
      checkSignals(attribute, page).map((diagnostic) => ({ diagnostic, element })),
    ),
  );
}

function pageSignals<Place>(
  nodes: readonly PageNode<Place>[],
  elements: readonly PageElement<Place>[],
): PageSignals | undefined {
  const markup = [...nodes, ...elements.flatMap(({ children }) => children)].filter((node) => !isElement(node));
  if (markup.some((node) => "declaresSignals" in node && node.declaresSignals)) return undefined;
  const page: PageSignals = { declared: newTree(), set: newTree(), read: newTree() };
  for (const { declares, uses } of elements.flatMap(({ signals }) => signals)) {
    if (declares === "unknown") return undefined;
    if (declares !== undefined) addTree(page.declared, declares);
    for (const { path, how } of uses) addPath(how === "set" ? page.set : page.read, path);
  }
  return page;
}

function checkSignals({ attribute, uses, bare }: AttributeSignals, page: PageSignals): Diagnostic[] {
  const found = [...new Set(uses.map(({ path }) => path))].flatMap((path) => checkPath(path, page));
  // `open` and `name` are something else in a page, too, and never what was meant.
  if (bare !== undefined && hasPath(page.declared, bare))
    found.push(warning("signal-without-dollar", `${bare} is no signal without its $: write $${bare}.`));
  return found.map((diagnostic) => ({ ...diagnostic, message: `${attribute}: ${diagnostic.message}` }));
}

function checkPath(path: string, { declared, set, read }: PageSignals): Diagnostic[] {
  // Said already when the expression was checked.
  if (hasPath(declared, path) || /-\d+$/.test(path)) return [];
  const near = nearSignal(path, pathsOf(declared));
  const isSet = hasPath(set, path);
  // What is only set may be there for the server to read. Not so if it looks like a slip.
  if (isSet && (near === undefined || hasPath(read, path))) return [];
  const remedy = near ?? (isSet ? undefined : nearSignal(path, pathsOf(set)));
  const minus = path.lastIndexOf("-");
  if (minus > 0 && hasPath(declared, path.slice(0, minus))) {
    return [
      warning(
        "unknown-signal",
        `$${path} is the name of one signal to Datastar, and nothing declares it; to subtract, put spaces around the minus.`,
      ),
    ];
  }
  return [
    warning(
      "unknown-signal",
      `nothing in the page declares the signal ${path}; ${remedy === undefined ? "declare it with data-signals." : `did you mean $${remedy}?`}`,
    ),
  ];
}

/** The declared path that a path was meant to be; `item2` is no slip of `item`. */
function nearSignal(path: string, paths: readonly string[]): string | undefined {
  const plain = (name: string): string => name.replace(/\d+$/, "");
  return nearest(
    path,
    paths.filter((other) => plain(other) !== plain(path) || distance(other, path) === 0),
  );
}
