import { findPlugin } from "../attributes/plugins.js";
import { checkAria } from "../diagnostics/check-aria.js";
import { checkAttribute } from "../diagnostics/check-attribute.js";
import { checkHtmlName } from "../diagnostics/check-html-name.js";
import { checkInputType } from "../diagnostics/check-input-type.js";
import { checkOrder } from "../diagnostics/check-order.js";
import { checkTogether } from "../diagnostics/check-together.js";
import { urlCheckOf } from "../diagnostics/check-url.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { checkExpressionOf } from "../diagnostics/misplaced-expression.js";
import { checkLink, type Plain } from "../diagnostics/page/forms.js";
import { parseName } from "../diagnostics/parse-name.js";
import { intrinsicName, type JsxOpeningElement, type Node, unwrapped } from "../diagnostics/program/syntax-tree.js";
import { alwaysThere } from "./boolean-attributes.js";
import { duplicateAttributes } from "./duplicate-attributes.js";
import { type Finding, finding, withoutRepeats, type WrittenName } from "./finding.js";
import { withoutAdded } from "./object-with-modifiers.js";
import { originalName } from "./original-name.js";
import type { Reading } from "./printed-value.js";
import { readAttribute, readByClient } from "./read-attribute.js";
import { isPartlyUnknown, outcomes, valueOf } from "./static-value.js";
import { certainAttributes, isWrittenOut, possibleAttributes, type WrittenAttribute } from "./written-attributes.js";

/** What is wrong with the attributes of an element, each by itself. */
export function attributeFindings(element: JsxOpeningElement): readonly Finding[] {
  const tag = intrinsicName(element);
  if (tag === undefined) return [];
  const attributes = possibleAttributes(element);
  const names = new Set(attributes.map(({ name }) => name));
  const certain = certainAttributes(element);
  const read = certain.flatMap(readByClient);
  const ofElement = [
    ...checkOrder(
      certain.map(({ name }) => name),
      tag,
    ),
    ...checkLink(tag, read, plainOf(element)),
    ...checkTogether(tag, read, isWrittenOut(element)),
  ];
  return withoutRepeats([
    ...ofElement.map((diagnostic) => finding(diagnostic, element)),
    ...attributes.flatMap(({ name, namePlace }) =>
      [...checkAria(name), ...checkHtmlName(name, tag)].map((diagnostic) => finding(diagnostic, namePlace)),
    ),
    ...attributes.flatMap(misplaced),
    ...attributes.flatMap((attribute) => inputTypes(attribute, tag)),
    ...attributes.flatMap(urlFindings),
    ...attributes.flatMap(alwaysThere),
    ...duplicateAttributes(element, tag),
    ...attributes
      // What is to be made inert is not printed, which would report it once more.
      .filter((attribute) => urlFindings(attribute).length === 0)
      .flatMap((attribute) => readAttribute(attribute, names))
      .flatMap(({ name, read }) => ("refused" in read ? [finding(read.refused, read.place)] : check(name, read, tag))),
  ]);
}

/** What is wrong with the type of an input that is written out. */
function inputTypes(attribute: WrittenAttribute, tag: string): readonly Finding[] {
  if (tag !== "input" || attribute.name !== "type") return [];
  return valuesOf(attribute).flatMap((value) =>
    value.type === "Literal" ? checkInputType(value.value).map((diagnostic) => finding(diagnostic, value)) : [],
  );
}

/** URLs that are written out and run as code. */
function urlFindings(attribute: WrittenAttribute): readonly Finding[] {
  const check = urlCheckOf(attribute.name);
  if (check === undefined) return [];
  return valuesOf(attribute).flatMap((node) => {
    try {
      return check(valueOf(node)).map((diagnostic) => finding(diagnostic, node));
    } catch {
      // What is wrong with the template of an expression is said where it is read.
      return [];
    }
  });
}

/** The values that an attribute can have. */
function valuesOf({ value }: WrittenAttribute): readonly Node[] {
  return (value === undefined ? [] : outcomes(value)).map(unwrapped);
}

/** What only the client can read, where it does not look. */
function misplaced(attribute: WrittenAttribute): readonly Finding[] {
  const { name, namePlace } = attribute;
  const values = valuesOf(attribute);
  const isObject = name.startsWith("data-") && values.some(({ type }) => type === "ObjectExpression");
  return values.some(isExpression) || isObject
    ? checkExpressionOf(name, isObject).map((diagnostic) => finding(diagnostic, namePlace))
    : [];
}

function isExpression(node: Node): boolean {
  return node.type === "TaggedTemplateExpression" && originalName(node.tag) === "js";
}

/** The attributes of HTML that an element has; of what is not written out, nothing is known. */
export function plainOf(element: JsxOpeningElement): Plain {
  const attributes = certainAttributes(element);
  return (name) => {
    const attribute = attributes.find((attribute) => attribute.name === name);
    if (attribute === undefined) return isWrittenOut(element) ? undefined : "";
    const value = attribute.value && valueOf(attribute.value);
    return typeof value === "string" ? value : "";
  };
}

function check(name: WrittenName, { added, value, place }: Reading, tag: string): readonly Finding[] {
  // What is wrong whatever the value is, and all that is said of names which are not Datastar's, stands at the name.
  const ofName = messagesOf(name.text, "", tag);
  const isForeign = findPlugin(parseName(name.text)?.plugin ?? "") === undefined;
  const ofModifiers = added === "" ? ofName : messagesOf(name.text, added, tag);
  const isPartly = typeof value === "string" && isPartlyUnknown(value);
  return checkAttribute(name.text + added, value, tag).flatMap((diagnostic) => {
    // What is put in may do something.
    if (isPartly && diagnostic.rule === "value-required") return [];
    const own = { ...diagnostic, message: withoutAdded(diagnostic.message, name.text, added) };
    if (isForeign || ofName.has(own.message)) return [finding(own, name.place, replacement(name, own, added))];
    // What is wrong with a modifier was said where it stands.
    return ofModifiers.has(own.message) ? [] : [finding(own, place)];
  });
}

function messagesOf(name: string, added: string, tag: string): ReadonlySet<string> {
  return new Set(checkAttribute(name + added, undefined, tag).map(({ message }) => withoutAdded(message, name, added)));
}

function replacement(name: WrittenName, { rename }: Diagnostic, added: string): Finding["replacement"] {
  if (rename === undefined || !rename.endsWith(added)) return undefined;
  const text = name.renamed(rename.slice(0, rename.length - added.length));
  return text === undefined ? undefined : { place: name.place, text };
}
