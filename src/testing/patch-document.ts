import { elementById, morph } from "./morph.js";
import type { PatchElementsEvent } from "./received.js";

/**
 * Patches elements into a document as the client does.
 *
 * @param report gets what the client would only say in the console
 */
export function patchDocument(document: Document, event: PatchElementsEvent, report: (problem: string) => void): void {
  const { selector, mode } = event;
  const content = contentOf(document, event);
  if (selector === undefined) {
    for (const element of Array.from(content.children)) {
      const target = targetOf(document, element);
      if (target !== undefined) patch([target], element, mode);
      else report(`The page has no element with the id ${JSON.stringify(element.id)} of <${element.localName}>.`);
    }
    return;
  }
  const targets = Array.from(document.querySelectorAll(selector));
  if (targets.length === 0) report(`The page has no element that matches ${JSON.stringify(selector)}.`);
  patch(targets, content, mode);
}

/** Where an element goes by itself. */
function targetOf(document: Document, element: Element): Element | undefined {
  if (element.localName === "html") return document.documentElement;
  if (element.localName === "head") return document.head;
  if (element.localName === "body") return document.body;
  return elementById(document, element.id);
}

/** The nodes of a patch. Text with the end tag of a document, its head or body is parsed as one. */
function contentOf(document: Document, { elements, namespace }: PatchElementsEvent): DocumentFragment {
  const content = document.createDocumentFragment();
  const html = elements.replaceAll(/<svg(?:\s[^>]*>|>)[^]*?<\/svg>/gi, "");
  const [hasHtml, hasHead, hasBody] = ["</html>", "</head>", "</body>"].map((tag) => html.includes(tag));
  if (hasHtml || hasHead || hasBody) {
    const parsed = parse(document, elements);
    if (hasHtml) content.append(parsed.documentElement);
    else content.append(...(hasHead ? [parsed.head] : []), ...(hasBody ? [parsed.body] : []));
    return content;
  }
  const root = { html: undefined, svg: "svg", mathml: "math" }[namespace];
  const text = root === undefined ? elements : `<${root}>${elements}</${root}>`;
  const template = parse(document, `<body><template>${text}</template></body>`).querySelector("template");
  const parsed = template?.content ?? content;
  if (root === undefined) return parsed;
  // The client takes the nodes out of the list that it goes through, so that it leaves every second one out.
  for (const node of parsed.querySelector(root)?.childNodes ?? []) content.append(node);
  return content;
}

function parse(document: Document, html: string): Document {
  const { defaultView: view } = document;
  if (view === null) throw new Error("The document has no window.");
  return new view.DOMParser().parseFromString(html, "text/html");
}

function patch(targets: readonly Element[], content: Node, mode: PatchElementsEvent["mode"]): void {
  for (const target of targets) {
    if (mode === "remove") {
      target.remove();
      continue;
    }
    // Several targets get a copy each.
    const nodes = targets.length === 1 ? content : content.cloneNode(true);
    if (mode === "outer" || mode === "inner") morph(target, nodes, mode);
    else if (mode === "replace") target.replaceWith(nodes);
    else target[mode](nodes);
  }
}
