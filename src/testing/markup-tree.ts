import { type DefaultTreeAdapterMap, defaultTreeAdapter, html, parse, parseFragment } from "parse5";
import type { Namespace } from "../events/patch-options.js";

export type Node = DefaultTreeAdapterMap["childNode"];
export type Element = DefaultTreeAdapterMap["element"];

/**
 * The nodes of a piece of markup, as browsers parse it inside `<template>`: rows of tables need no table. A whole
 * document, or its head or body, is parsed as one.
 */
export function parseMarkup(markup: string, namespace: Namespace = "html"): readonly Node[] {
  if (namespace !== "html") {
    const name = namespace === "svg" ? "svg" : "math";
    return parseMarkup(`<${name}>${markup}</${name}>`).flatMap((root) => (isElement(root) ? root.childNodes : []));
  }
  if (/^\s*(?:<!doctype\b[^>]*>\s*)?<(?:html|head|body)[\s>]/i.test(markup)) return documentParts(markup);
  const template = defaultTreeAdapter.createElement("template", html.NS.HTML, []);
  return parseFragment(template, markup, {}).childNodes;
}

function documentParts(markup: string): readonly Node[] {
  const root = parse(markup).childNodes.find(isElement);
  if (root === undefined || /<html[\s>]/i.test(markup)) return root === undefined ? [] : [root];
  return root.childNodes.filter((part) => isElement(part) && new RegExp(`<${part.tagName}[\\s>]`, "i").test(markup));
}

export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

/** What is in an element; of a template, what it holds. */
export function contentOf(element: Element): readonly Node[] {
  return isTemplate(element) ? element.content.childNodes : element.childNodes;
}

function isTemplate(element: Element): element is DefaultTreeAdapterMap["template"] {
  return "content" in element;
}

export function attributeOf(element: Element, wanted: string): string | undefined {
  return element.attrs.find(({ name }) => name === wanted)?.value;
}

export function textOf(node: Node): string | undefined {
  return "value" in node ? node.value : undefined;
}
