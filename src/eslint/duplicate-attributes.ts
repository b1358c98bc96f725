import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { JsxOpeningElement } from "../diagnostics/program/syntax-tree.js";
import { attributeOf } from "../html/attribute.js";
import { type Finding, finding } from "./finding.js";
import { certainAttributes, type WrittenAttribute } from "./written-attributes.js";

/** Finds what an element is given twice, under two names: HTML has one attribute of a name. */
export function duplicateAttributes(element: JsxOpeningElement, tag: string): readonly Finding[] {
  const first = new Map<string, WrittenAttribute>();
  return certainAttributes(element).flatMap((attribute) => {
    const name = inHtml(attribute.name, tag);
    if (name === undefined) return [];
    const before = first.get(name);
    if (before === undefined) first.set(name, attribute);
    return before === undefined ? [] : [finding(duplicate(before, attribute, name), attribute.place)];
  });
}

function duplicate(before: WrittenAttribute, attribute: WrittenAttribute, name: string): Diagnostic {
  return error(
    "duplicate-attribute",
    `${attribute.name}: ${before.name} is the same attribute, ${name}, which an element has once; write one of them.`,
  );
}

/** The name that HTML has for an attribute; `undefined` where it may have several, or none. */
function inHtml(name: string, tag: string): string | undefined {
  // Listeners are no properties: an element has any number of them for an event.
  if (/^data-on(?::|__|$)/.test(name)) return undefined;
  try {
    return attributeOf(name, tag).name.toLowerCase();
  } catch {
    // What is wrong with the name, other checks tell.
    return undefined;
  }
}
