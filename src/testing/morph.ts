// How the client changes elements into others: what both have in common stays the same node, above all elements with
// the same id, wherever they have moved to.

/** How an element is left as it is, with all that is in it. */
const ignored = "data-ignore-morph";
/** Names the attributes that are left as they are. */
const preserved = "data-preserve-attr";
const scoped = "data-scope-children";

/** Changes an element, or with `inner` what is in it, into new content. */
export function morph(target: Element, content: Node, mode: "outer" | "inner"): void {
  if (content instanceof windowOf(target).Element && areIgnored(target, content)) return;
  if (target.parentElement?.closest(`[${ignored}]`)) return;
  const wrapper = target.ownerDocument.createElement("div");
  wrapper.append(content);
  const parent = mode === "outer" ? target.parentElement : target;
  const morphing = new Morphing(target, wrapper, parent);
  morphing.children(
    parent,
    wrapper,
    mode === "outer" ? target : target.firstChild,
    mode === "outer" ? target.nextSibling : null,
  );
  morphing.end();
}

type Window = typeof globalThis;

function windowOf(node: Node): Window {
  const view = (node.ownerDocument ?? (node as Document)).defaultView;
  if (view === null) throw new Error("The document has no window.");
  return view;
}

function areIgnored(one: Element, other: Element): boolean {
  return one.hasAttribute(ignored) && other.hasAttribute(ignored);
}

/** One change of old nodes into new ones. */
class Morphing {
  readonly #document: Document;
  readonly #window: Window;
  // The ids that one element each has before and after, of the same kind.
  readonly #kept: ReadonlySet<string>;
  // Of what is in a node, and itself, those ids.
  readonly #idsIn = new Map<Node, Set<string>>();
  // Where elements with such ids wait until their new place is reached.
  readonly #pantry: Element;

  constructor(target: Element, wrapper: Element, parent: Element | null) {
    this.#document = target.ownerDocument;
    this.#window = windowOf(target);
    this.#pantry = this.#document.createElement("div");
    this.#document.body.after(this.#pantry);
    const before = [...target.querySelectorAll("[id]")];
    const after = [...wrapper.querySelectorAll("[id]")];
    this.#kept = idsOfBoth(target.id === "" ? before : [...before, target], after);
    this.#note(parent, before);
    this.#note(wrapper, after);
  }

  end(): void {
    this.#pantry.remove();
  }

  /** Changes the children from `start` up to `end` into those of `wanted`. */
  children(parent: Node | null, wanted: Node, start: Node | null, end: Node | null): void {
    if (parent !== null && this.#isTemplate(parent) && this.#isTemplate(wanted)) {
      this.children(parent.content, wanted.content, parent.content.firstChild, null);
      return;
    }
    let place = start;
    for (const node of wanted.childNodes) place = this.#put(parent, node, place, end).nextSibling;
    this.#removeUntil(place, end);
  }

  /** Makes a new node of what there is, at a place. */
  #put(parent: Node | null, node: Node, place: Node | null, end: Node | null): Node {
    const match = place === null || place === end ? undefined : this.#matchFor(node, place, end);
    if (match !== undefined) {
      this.#removeUntil(place, match);
      this.#become(match, node);
      return match;
    }
    // An earlier target had it in it, and has let go of it.
    if (parent === null) throw new Error("A target is not in the page any more.");
    const kept = this.#keptFor(node);
    if (kept !== undefined) {
      move(parent, kept, place);
      this.#become(kept, node);
      return kept;
    }
    // What has kept elements in it is made piece by piece.
    if (!this.#isElement(node) || !this.#idsIn.has(node))
      return parent.insertBefore(this.#document.importNode(node, true), place);
    const made = this.#document.createElementNS(node.namespaceURI, node.localName);
    parent.insertBefore(made, place);
    this.#become(made, node);
    return made;
  }

  /** The node that becomes another one: one that has kept elements in common with it; else the first of its kind. */
  #matchFor(node: Node, start: Node, end: Node | null): Node | undefined {
    const ids = this.#idsIn.get(node);
    const wanted = ids?.size ?? 0;
    let first: Node | undefined;
    let passed = 0;
    for (
      let candidate: Node | null = start;
      candidate !== null && candidate !== end;
      candidate = candidate.nextSibling
    ) {
      const its = this.#idsIn.get(candidate);
      if (this.#areAlike(candidate, node)) {
        if (ids !== undefined && its !== undefined && Array.from(its).some((id) => ids.has(id))) return candidate;
        if (its === undefined && wanted === 0) return candidate;
        if (its === undefined) first ??= candidate;
      }
      // To go on would put away more kept elements than it brings.
      passed += its?.size ?? 0;
      if (passed > wanted) break;
    }
    return first;
  }

  #areAlike(old: Node, node: Node): boolean {
    if (!this.#isElement(old) || !this.#isElement(node)) return old.nodeType === node.nodeType;
    return old.tagName === node.tagName && (old.id === "" || old.id === node.id);
  }

  /** The old element with the id of a new one, which may be anywhere. */
  #keptFor(node: Node): Element | undefined {
    if (!this.#isElement(node) || !this.#kept.has(node.id)) return undefined;
    const kept = elementById(this.#document, node.id);
    for (let ancestor = kept?.parentNode ?? null; ancestor !== null; ancestor = ancestor.parentNode) {
      const ids = this.#idsIn.get(ancestor);
      if (ids?.delete(node.id) && ids.size === 0) this.#idsIn.delete(ancestor);
    }
    return kept;
  }

  #removeUntil(start: Node | null, end: Node | null): void {
    for (let node = start; node !== null && node !== end;) {
      const next: Node | null = node.nextSibling;
      if (this.#idsIn.has(node)) move(this.#pantry, node, null);
      else node.parentNode?.removeChild(node);
      node = next;
    }
  }

  #become(old: Node, node: Node): void {
    if (!this.#isElement(old) || !this.#isElement(node)) {
      old.nodeValue = node.nodeValue;
      return;
    }
    if (areIgnored(old, node)) return;
    const isScoped = old.hasAttribute(scoped);
    const untouched = (node.getAttribute(preserved) ?? "").split(" ");
    for (const { name, value } of node.attributes) if (!untouched.includes(name)) old.setAttribute(name, value);
    for (const { name } of Array.from(old.attributes))
      if (!node.hasAttribute(name) && !untouched.includes(name)) old.removeAttribute(name);
    if (isScoped) old.setAttribute(scoped, old.getAttribute(scoped) ?? "");
    if (this.#isTemplate(old) && this.#isTemplate(node)) old.innerHTML = node.innerHTML;
    else if (!old.isEqualNode(node)) this.children(old, node, old.firstChild, null);
  }

  #note(root: Element | null, elements: readonly Element[]): void {
    for (const element of elements.filter(({ id }) => this.#kept.has(id))) {
      for (let node: Element | null = element; node !== null && node !== root; node = node.parentElement) {
        const ids = this.#idsIn.get(node) ?? new Set();
        this.#idsIn.set(node, ids.add(element.id));
      }
    }
  }

  #isElement(node: Node): node is Element {
    return node instanceof this.#window.Element;
  }

  #isTemplate(node: Node): node is HTMLTemplateElement {
    return node instanceof this.#window.HTMLTemplateElement;
  }
}

/** Moves a node with its state, which browsers do only within one tree: the content of a template is another one. */
function move(parent: Node, node: Node, place: Node | null): void {
  if (parent.getRootNode() !== node.getRootNode())
    throw new Error("An element cannot be moved into or out of a template.");
  parent.insertBefore(node, place);
}

/** The ids that one element has on each side, of the same kind. */
function idsOfBoth(before: readonly Element[], after: readonly Element[]): ReadonlySet<string> {
  const tags = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, tagName } of before) {
    if (tags.has(id)) twice.add(id);
    tags.set(id, tagName);
  }
  const both = new Set<string>();
  for (const { id, tagName } of after) {
    if (both.has(id)) twice.add(id);
    else if (tags.get(id) === tagName) both.add(id);
  }
  for (const id of twice) both.delete(id);
  return both;
}

/** The first element with an id. When several have it, jsdom's own look-up may find another one than browsers do. */
export function elementById(document: Document, id: string): Element | undefined {
  return Array.from(document.querySelectorAll("[id]")).find((element) => element.id === id && id !== "");
}
