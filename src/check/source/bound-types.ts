import type { JSXAttributeItem, JSXOpeningElement, Node } from "oxc-parser";
import { tagName } from "../../compile/syntax-tree.js";
import { jsxName } from "../../diagnostics/program/syntax-tree.js";

const untyped = "__ds.Untyped";

/** What a field binds, by its type; any other is text. */
const ofInput = new Map([
  ["number", "number"],
  ["range", "number"],
  ["file", "{ name: string; contents: string; mime: string }[]"],
]);

/**
 * The type of what an element puts into a signal by `data-bind`, `data-indicator` or `data-ref`, as types of the
 * program. What else declares the signal counts more: the client keeps to the type that it finds.
 *
 * @param plugin of the attribute
 * @see https://data-star.dev/reference/attributes#data-bind
 */
export function boundType(plugin: string, element: JSXOpeningElement): string {
  const tag = tagName(element.name);
  if (plugin === "ref" && tag !== undefined) return `__ds.ElementOf<${JSON.stringify(tag)}>`;
  const type =
    plugin === "indicator" ? "boolean" : plugin === "bind" ? typeOfField(tag, element.attributes) : undefined;
  return type === undefined ? untyped : `__ds.Bound<${type}>`;
}

function typeOfField(tag: string | undefined, attributes: readonly JSXAttributeItem[]): string | undefined {
  if (tag === "textarea") return "string";
  if (tag !== "input" && tag !== "select") return undefined;
  const written = new Map<string, Node | null>();
  for (const attribute of attributes) {
    // It may have brought a type.
    if (attribute.type === "JSXSpreadAttribute") return undefined;
    written.set(jsxName(attribute.name) ?? "", attribute.value);
  }
  if (tag === "select") return written.has("multiple") ? undefined : "string";
  const type = written.get("type");
  if (type === undefined) return "string";
  if (type?.type !== "Literal" || typeof type.value !== "string") return undefined;
  const name = type.value.toLowerCase();
  if (name === "checkbox") return written.has("value") ? "string" : "boolean";
  return ofInput.get(name) ?? "string";
}
