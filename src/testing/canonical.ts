import type { Namespace } from "../events/patch-options.js";
import { contentOf, type Element, isElement, type Node, parseMarkup, textOf } from "./markup-tree.js";

/**
 * Markup in a form that is the same for whatever means the same: in lines, one for each element or text, with
 * attributes and classes in alphabetical order, without comments, and without white space that no browser shows.
 */
export function canonical(markup: string, namespace?: Namespace): string {
  return canonicalNodes(parseMarkup(markup, namespace));
}

/** The same, of nodes that have been parsed. */
export function canonicalNodes(nodes: readonly Node[]): string {
  const line = new Line();
  const branches = line.take(nodes);
  line.end();
  return branches.flatMap((branch) => linesOf(branch)).join("\n");
}

interface Text {
  text: string;
}

interface Branch {
  readonly start: string;
  readonly end: string;
  readonly content: readonly (Branch | Text)[];
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
// Elements that stand in a line of text. Those of authors do, as long as no style says otherwise.
const inline = words(
  "a abbr b bdi bdo cite code data del dfn em i ins kbd label map mark output picture q rp rt ruby s samp slot small " +
    "span strong sub sup time u var",
);
// Those that stand in it like a letter. White space at the edges of what they hold is not shown.
const boxes = words("audio button canvas iframe img input meter object progress select svg math textarea video wbr");
// Those that are not shown, so that what is around them is as if they were not there.
const hidden = words("base datalist link meta noscript script style template title");
const verbatim = words("listing pre script style textarea");

/** Lays out nodes in lines of text, as browsers do, and leaves out the white space that does not show. */
class Line {
  // Whether white space would come at the start of a line, or behind other white space.
  #isAtSpace = true;
  #last: Text | undefined;

  take(nodes: readonly Node[]): readonly (Branch | Text)[] {
    return nodes.flatMap<Branch | Text>((node) => (isElement(node) ? this.#element(node) : this.#text(textOf(node))));
  }

  end(): void {
    if (this.#isAtSpace && this.#last !== undefined) this.#last.text = this.#last.text.replace(/ $/, "");
    this.#isAtSpace = true;
    this.#last = undefined;
  }

  #text(given: string | undefined): readonly Text[] {
    if (given === undefined) return [];
    const text = given.replaceAll(/[ \t\n\f\r]+/g, " ");
    const shown = { text: this.#isAtSpace ? text.replace(/^ /, "") : text };
    if (shown.text === "") return [];
    this.#isAtSpace = shown.text.endsWith(" ");
    this.#last = shown;
    return [shown];
  }

  #element(element: Element): Branch {
    const { tagName } = element;
    const content = contentOf(element);
    if (verbatim.has(tagName)) return branch(element, [{ text: content.map((node) => textOf(node) ?? "").join("") }]);
    if (inline.has(tagName) || tagName.includes("-")) return branch(element, this.take(content));
    if (hidden.has(tagName)) return branch(element, alone(content));
    if (boxes.has(tagName)) {
      this.#isAtSpace = false;
      this.#last = undefined;
      return branch(element, alone(content));
    }
    this.end();
    const taken = this.take(content);
    this.end();
    return branch(element, taken);
  }
}

function alone(nodes: readonly Node[]): readonly (Branch | Text)[] {
  const line = new Line();
  const taken = line.take(nodes);
  line.end();
  return taken;
}

const voidElements = words("area base br col embed hr img input link meta source track wbr");

function branch({ tagName, attrs }: Element, content: Branch["content"]): Branch {
  const attributes = attrs.map(({ name, value }) => ` ${name}="${escaped(meant(name, value), true)}"`).sort();
  const end = voidElements.has(tagName) ? "" : `</${tagName}>`;
  return { start: `<${tagName}${attributes.join("")}>`, end, content };
}

/** The order of classes means nothing, nor does how often one is named. */
function meant(name: string, value: string): string {
  return name === "class" ? [...new Set(value.split(/\s+/).filter((word) => word !== ""))].sort().join(" ") : value;
}

function linesOf(node: Branch | Text): readonly string[] {
  if ("text" in node) return node.text === "" ? [] : escaped(node.text, false).split("\n");
  const { start, end } = node;
  const content = joined(node.content);
  const inner = content.flatMap((child) => linesOf(child));
  const isShort = content.every((child) => "text" in child) && inner.length < 2;
  return isShort ? [`${start}${inner.join("")}${end}`] : [start, ...inner.map((line) => `  ${line}`), end];
}

/** Texts between which there was a comment are one. */
function joined(content: Branch["content"]): Branch["content"] {
  return content.reduce<(Branch | Text)[]>((all, node) => {
    const last = all.at(-1);
    if (last !== undefined && "text" in last && "text" in node)
      return [...all.slice(0, -1), { text: last.text + node.text }];
    return [...all, node];
  }, []);
}

function escaped(text: string, isAttribute: boolean): string {
  const safe = text.replaceAll("&", "&amp;").replaceAll("\u00a0", "&nbsp;");
  return isAttribute ? safe.replaceAll('"', "&quot;") : safe.replaceAll("<", "&lt;");
}
