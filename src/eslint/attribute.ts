import { checkAttribute } from "../diagnostics/attribute.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { findPlugin, parseName } from "../diagnostics/name.js";
import { type Finding, finding, withoutRepeats, type WrittenName } from "./finding.js";
import { withoutAdded } from "./modified.js";
import { intrinsicName, type JsxAttribute, jsxName, type JsxOpeningElement } from "./nodes.js";
import type { Reading } from "./printed.js";
import { readAttribute } from "./reading.js";

/** What is wrong with the attributes of an element, each by itself. */
export function attributeFindings(element: JsxOpeningElement): readonly Finding[] {
  const tag = intrinsicName(element);
  if (tag === undefined) return [];
  const attributes = attributesOf(element);
  const names = new Set(attributes.map(({ name }) => jsxName(name)));
  return withoutRepeats(
    attributes
      .flatMap((attribute) => readAttribute(attribute, names))
      .flatMap(({ name, read }) => ("refused" in read ? [finding(read.refused, read.place)] : check(name, read, tag))),
  );
}

/** The attributes that an element has for certain. */
export function attributesOf({ attributes }: JsxOpeningElement): readonly JsxAttribute[] {
  return attributes.filter((attribute) => attribute.type === "JSXAttribute");
}

function check(name: WrittenName, { added, value, place }: Reading, tag: string): readonly Finding[] {
  // What is wrong whatever the value is, and all that is said of names which are not Datastar's, stands at the name.
  const ofName = messagesOf(name.text, "", tag);
  const isForeign = findPlugin(parseName(name.text)?.plugin ?? "") === undefined;
  const ofModifiers = added === "" ? ofName : messagesOf(name.text, added, tag);
  return checkAttribute(name.text + added, value, tag).flatMap((diagnostic) => {
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
