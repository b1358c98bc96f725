import { type DefaultTreeAdapterTypes, parse } from "parse5";

/**
 * What a browser makes of markup, in a form that can be compared: attributes sorted, styles without optional
 * punctuation.
 */
export function meaning(html: string): string {
  return JSON.stringify(nodeMeaning(parse(html)));
}

function nodeMeaning(node: DefaultTreeAdapterTypes.Node): unknown {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  const attributes =
    "attrs" in node
      ? node.attrs.map(({ name, value }) => [name, name === "style" ? value.replace(/;$/, "") : value])
      : [];
  const children = "childNodes" in node ? node.childNodes.map(nodeMeaning) : [];
  // React moves what stands in the head.
  if (node.nodeName === "head") children.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return [node.nodeName, attributes.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)), children];
}
