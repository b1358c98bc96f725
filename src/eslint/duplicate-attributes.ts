import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import {
  jsxName,
  type JsxOpeningElement,
  namedProperties,
  type Node,
  unwrapped,
} from "../diagnostics/program/syntax-tree.js";
import { attributeOf } from "../html/attribute.js";
import { type Finding, finding } from "./finding.js";

/** An attribute as it is written, and as HTML has it. */
interface Written {
  readonly text: string;
  readonly name: string;
  readonly place: Node;
}

/** Finds what an element is given twice, under two names: HTML has one attribute of a name. */
export function duplicateAttributes(element: JsxOpeningElement, tag: string): readonly Finding[] {
  const first = new Map<string, Written>();
  return element.attributes
    .flatMap((attribute) => writtenIn(attribute, tag))
    .flatMap((written) => {
      const before = first.get(written.name);
      if (before === undefined) first.set(written.name, written);
      // One name twice: the later replaces the earlier, as in any object.
      return before === undefined || before.text === written.text
        ? []
        : [finding(duplicate(before, written), written.place)];
    });
}

function duplicate(before: Written, { text, name }: Written): Diagnostic {
  return error(
    "duplicate-attribute",
    `${text}: ${before.text} is the same attribute, ${name}, which an element has once; write one of them.`,
  );
}

function writtenIn(given: Node, tag: string): readonly Written[] {
  if (given.type === "JSXSpreadAttribute") {
    const object = unwrapped(given.argument);
    if (object.type !== "ObjectExpression") return [];
    return namedProperties(object.properties).flatMap(([name, property]) => inHtml(name, property, tag));
  }
  const name = given.type === "JSXAttribute" ? jsxName(given.name) : undefined;
  if (given.type !== "JSXAttribute" || name === undefined) return [];
  return inHtml(name, given, tag);
}

function inHtml(text: string, place: Node, tag: string): readonly Written[] {
  // Listeners are no properties: an element has any number of them for an event.
  if (/^data-on(?::|__|$)/.test(text)) return [];
  try {
    return [{ text, name: attributeOf(text, tag).name.toLowerCase(), place }];
  } catch {
    // What is wrong with the name, other checks tell.
    return [];
  }
}
