import { forms } from "../attributes/plugins.js";
import type { AttributeValue } from "../diagnostics/check-attribute.js";
import { formOf, parseName } from "../diagnostics/parse-name.js";
import {
  type CallExpression,
  type Located,
  namedProperties,
  type Node,
  type ObjectExpression,
  type Property,
} from "../diagnostics/program/syntax-tree.js";
import type { WrittenName } from "./finding.js";
import { readModified } from "./object-with-modifiers.js";
import { originalName } from "./original-name.js";
import { attempt, printed, type Read, type Reading, reading, type Refusal } from "./printed-value.js";
import { outcomes, unknown, valueOf } from "./static-value.js";
import type { WrittenAttribute } from "./written-attributes.js";

/** An attribute of the page, by the name that is written for it, and one value that it can have. */
export interface ReadAttribute {
  readonly name: WrittenName;
  readonly read: Reading | Refusal;
}

/**
 * Reads a `data-*` attribute: for each value that it can have, for each entry of an object, for each listener.
 *
 * @param others the names of all attributes of the element
 */
export function readAttribute(
  attribute: WrittenAttribute,
  others: ReadonlySet<string | undefined>,
): readonly ReadAttribute[] {
  const { name: text, value: node } = attribute;
  if (!/^data-/i.test(text)) return [];
  // An element has no attribute twice.
  const renamed = (to: string): string | undefined => (others.has(to) ? undefined : attribute.renamed(to));
  const name: WrittenName = { text, place: attribute.namePlace, renamed };
  if (node === undefined) return [{ name, read: reading(formOf(text) === "datum" ? "true" : true, attribute.place) }];
  return outcomes(node).flatMap((outcome) => {
    if (formOf(text) === "events" && outcome.type === "ObjectExpression") return readListeners(text, outcome);
    return named(name, readOutcome(text, outcome));
  });
}

/** A `data-*` attribute as the client reads it; its value is `undefined` where it is not known. */
export function readByClient(
  attribute: WrittenAttribute,
): readonly { readonly name: string; readonly value: AttributeValue }[] {
  return readAttribute(attribute, new Set()).map(({ name, read }) =>
    "refused" in read
      ? { name: name.text, value: undefined }
      : { name: name.text + read.added, value: read.value ?? requestIn(read.place) },
  );
}

/** What the call of a helper for requests prints, as far as it matters beside other attributes. */
function requestIn(place: Located): string | undefined {
  if (!isCall(place) || !requestHelpers.has(originalName(place.callee) ?? "")) return undefined;
  const options = place.arguments[1];
  return options === undefined || isJson(options) ? "@get('/')" : "@get('/', {contentType: 'form'})";
}

const requestHelpers: ReadonlySet<string> = new Set(["get", "post", "put", "patch", "del", "query"]);

function isCall(place: Located): place is CallExpression {
  return "type" in place && place.type === "CallExpression";
}

/** Whether the options of a request say for certain that it sends no form. */
function isJson(options: Node): boolean {
  if (options.type !== "ObjectExpression") return false;
  const entries = namedProperties(options.properties);
  return entries.length === options.properties.length && !entries.some(([key]) => key === "contentType");
}

function named(name: WrittenName, found: Read): readonly ReadAttribute[] {
  return found.map((read) => ({ name, read }));
}

/** Reads an object of listeners, each of which becomes an attribute. */
function readListeners(name: string, { properties }: ObjectExpression): readonly ReadAttribute[] {
  const tail = parseName(name)?.tail ?? "";
  const entries = namedProperties(properties);
  const events = new Set(entries.map(([event]) => event));
  return entries.flatMap(([event, property]) => {
    const name = listenerName(event, tail, property, events);
    return named(
      name,
      outcomes(property.value).flatMap((outcome) => readOutcome(name.text, outcome)),
    );
  });
}

function listenerName(
  event: string,
  tail: string,
  { key, shorthand, computed }: Property,
  others: ReadonlySet<string>,
): WrittenName {
  const renamed = (to: string): string | undefined => {
    const parsed = parseName(to);
    if (shorthand || computed || parsed?.key === undefined || parsed.tail !== tail || others.has(parsed.key))
      return undefined;
    return /^[a-z]+$/.test(parsed.key) ? parsed.key : JSON.stringify(parsed.key);
  };
  return { text: `data-on:${event}${tail}`, place: key, renamed };
}

function readOutcome(name: string, node: Node): Read {
  const form = formOf(name);
  if (node.type === "ObjectExpression" && form !== undefined) {
    const { content } = forms[form];
    if (content !== undefined) return readModified(name, content, node);
    if (form === "expressions" || form === "functions" || form === "data") return readEntries(name, node);
  }
  if (node.type === "ArrayExpression" && form === "data") return readParts(name, node.elements);
  return attempt(name, "syntax", node, () => {
    const value = valueOf(node);
    return attempt(name, "invalid-value", node, () => [reading(printed(name, value), node)]);
  });
}

/** Reads a list of sets and objects, each of which could be the value. */
function readParts(name: string, parts: readonly (Node | null)[]): Read {
  return parts
    .flatMap((part) => (part === null ? [] : outcomes(part)))
    .flatMap((part) => {
      if (part.type === "ObjectExpression") return readEntries(name, part);
      return attempt(name, "invalid-value", part, () => {
        const value = valueOf(part);
        return [reading(value === unknown ? undefined : printed(name, [value]), part)];
      });
    });
}

/** Reads an object entry by entry: what is wrong with it is wrong with one of them. */
function readEntries(name: string, object: ObjectExpression): Read {
  const entries = namedProperties(object.properties);
  const read = entries.flatMap(([key, property]) =>
    attempt(name, "syntax", property, () => {
      const value = valueOf(property.value);
      return attempt(name, "invalid-value", property, () => [
        reading(printed(name, Object.fromEntries([[key, value]])), property),
      ]);
    }),
  );
  // What is spread into it, or an object of nothing.
  return entries.length < object.properties.length || entries.length === 0
    ? [...read, reading(undefined, object)]
    : read;
}
