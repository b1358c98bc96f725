import type { JSXOpeningElement, Node } from "oxc-parser";
import { tagName } from "../../compile/syntax-tree.js";
import { jsxName } from "../../diagnostics/program/syntax-tree.js";

/**
 * The names by which forms may know their fields: what elements and components are called in so many words.
 *
 * @see https://html.spec.whatwg.org/multipage/forms.html#dom-form-nameditem
 */
export function fieldNames(nodes: readonly Node[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes) {
    if (node.type === "JSXOpeningElement" && mayBeField(node)) for (const name of namesOf(node)) names.add(name);
  }
  return names;
}

/** Whether an element can be a field, or a component may have one. */
function mayBeField({ name }: JSXOpeningElement): boolean {
  const tag = tagName(name);
  return tag === undefined || /^(?:button|fieldset|img|input|object|output|select|textarea)$|-/.test(tag);
}

function namesOf({ attributes }: JSXOpeningElement): readonly string[] {
  return attributes.flatMap((attribute) => {
    if (attribute.type === "JSXSpreadAttribute" || !/^(?:name|id)$/.test(jsxName(attribute.name) ?? "")) return [];
    const { value } = attribute;
    const text = value?.type === "JSXExpressionContainer" ? value.expression : value;
    return text?.type === "Literal" && typeof text.value === "string" ? [text.value] : [];
  });
}
