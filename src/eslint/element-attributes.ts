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
import {
  intrinsicName,
  type JsxAttribute,
  jsxName,
  type JsxOpeningElement,
  type Node,
  unwrapped,
} from "../diagnostics/program/syntax-tree.js";
import { jsxValue } from "./attribute-value.js";
import { alwaysThere } from "./boolean-attributes.js";
import { duplicateAttributes } from "./duplicate-attributes.js";
import { type Finding, finding, withoutRepeats, type WrittenName } from "./finding.js";
import { withoutAdded } from "./object-with-modifiers.js";
import { originalName } from "./original-name.js";
import type { Reading } from "./printed-value.js";
import { readAttribute, readByClient } from "./read-attribute.js";
import { isPartlyUnknown, outcomes, valueOf } from "./static-value.js";

/** What is wrong with the attributes of an element, each by itself. */
export function attributeFindings(element: JsxOpeningElement): readonly Finding[] {
  const tag = intrinsicName(element);
  if (tag === undefined) return [];
  const attributes = attributesOf(element);
  const written = attributes.map(({ name }) => jsxName(name) ?? "");
  const names = new Set(written);
  const isWrittenOut = attributes.length === element.attributes.length;
  return withoutRepeats([
    ...checkOrder(written, tag).map((diagnostic) => finding(diagnostic, element)),
    ...checkLink(tag, attributes.flatMap(readByClient), plainOf(element)).map((diagnostic) =>
      finding(diagnostic, element),
    ),
    ...checkTogether(tag, attributes.flatMap(readByClient), isWrittenOut).map((diagnostic) =>
      finding(diagnostic, element),
    ),
    ...attributes.flatMap(({ name }) => checkAria(jsxName(name) ?? "").map((diagnostic) => finding(diagnostic, name))),
    ...attributes.flatMap(({ name }) =>
      checkHtmlName(jsxName(name) ?? "", tag).map((diagnostic) => finding(diagnostic, name)),
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
function inputTypes(attribute: JsxAttribute, tag: string): readonly Finding[] {
  if (tag !== "input" || jsxName(attribute.name) !== "type") return [];
  return valuesOf(attribute).flatMap((value) =>
    value.type === "Literal" ? checkInputType(value.value).map((diagnostic) => finding(diagnostic, value)) : [],
  );
}

/** URLs that are written out and run as code. */
function urlFindings(attribute: JsxAttribute): readonly Finding[] {
  const check = urlCheckOf(jsxName(attribute.name) ?? "");
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
function valuesOf(attribute: JsxAttribute): readonly Node[] {
  const node = jsxValue(attribute);
  return (node === undefined ? [] : outcomes(node)).map(unwrapped);
}

/** What only the client can read, where it does not look. */
function misplaced(attribute: JsxAttribute): readonly Finding[] {
  const name = jsxName(attribute.name) ?? "";
  const values = valuesOf(attribute);
  const isObject = name.startsWith("data-") && values.some(({ type }) => type === "ObjectExpression");
  return values.some(isExpression) || isObject
    ? checkExpressionOf(name, isObject).map((diagnostic) => finding(diagnostic, attribute.name))
    : [];
}

function isExpression(node: Node): boolean {
  return node.type === "TaggedTemplateExpression" && originalName(node.tag) === "js";
}

/** The attributes that an element has for certain. */
export function attributesOf({ attributes }: JsxOpeningElement): readonly JsxAttribute[] {
  return attributes.filter((attribute) => attribute.type === "JSXAttribute");
}

/** The attributes of HTML that an element has; of what is spread into it, nothing is known. */
export function plainOf(element: JsxOpeningElement): Plain {
  const attributes = attributesOf(element);
  const isSpread = attributes.length < element.attributes.length;
  return (name) => {
    const attribute = attributes.find((attribute) => jsxName(attribute.name) === name);
    if (attribute === undefined) return isSpread ? "" : undefined;
    const node = jsxValue(attribute);
    const value = node && valueOf(node);
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
