import { findPlugin } from "../attributes/plugins.js";
import { kebab } from "../base/kebab.js";
import { setBounded } from "../base/set-bounded.js";
import type { AttributeValue } from "./check-unknown-name.js";
import { type Diagnostic, error, warning } from "./diagnostic.js";
import { readObject } from "./object-literal.js";
import { type AttributeName, parseName } from "./parse-name.js";

/** An attribute as the client reads it; its value is `undefined` where that is not known. */
interface Attribute {
  readonly name: string;
  readonly value: AttributeValue;
}

/**
 * Checks the Datastar attributes of an element beside one another.
 *
 * @param attributes those that the element has, in the order in which they are written
 * @param areAll whether it has no others
 */
export function checkTogether(tag: string, attributes: readonly Attribute[], areAll = true): readonly Diagnostic[] {
  const parts = attributes.flatMap(partsOf);
  if (parts.length === 0) return none;
  return [
    ...contradictions(parts),
    ...ignored(parts),
    ...initialisedEarly(parts),
    ...(areAll && !tag.includes("-") ? idleIndicators(parts, attributes) : none),
  ];
}

const none: readonly never[] = [];

/** An attribute of which other attributes of its element can be the trouble. */
interface Part {
  readonly attribute: string;
  readonly plugin: string;
  /** What of the element it keeps as it says, such as `style.display`; `style.*` for all there is of it. */
  readonly writes: readonly string[];
  readonly modifiers: readonly string[];
  /** Whether it reads signals or sends them, or may do so. */
  readonly usesSignals: boolean;
}

/** By name, where the value does not matter. */
const known = new Map<string, readonly Part[]>();

function partsOf({ name, value }: Attribute): readonly Part[] {
  const isKnown = known.get(name);
  if (isKnown !== undefined) return isKnown;
  const parsed = parseName(name);
  const plugin = parsed && findPlugin(parsed.plugin);
  if (parsed === undefined || plugin === undefined) return setBounded(known, 4096, name, none);
  const part = (source: AttributeValue): readonly Part[] => [
    {
      attribute: name,
      plugin: parsed.plugin,
      writes: written(parsed, source),
      modifiers: parsed.modifiers.map(({ name }) => name),
      usesSignals: source === undefined || (source !== true && /[$@]/.test(source)),
    },
  ];
  const isByValue = parsed.plugin === "init" || (parsed.key === undefined && objects.has(parsed.plugin));
  return isByValue ? part(value) : setBounded(known, 4096, name, part(undefined));
}

const objects: ReadonlySet<string> = new Set(["attr", "class", "style"]);

/** The client watches what it has written, and writes it again when something else has. */
function written({ plugin, key }: AttributeName, value: AttributeValue): readonly string[] {
  if (plugin === "show") return ["style.display"];
  if (plugin === "text" || plugin === "json-signals") return ["text"];
  if (!objects.has(plugin)) return none;
  const names =
    key !== undefined ? [key] : [...((typeof value === "string" ? readObject(value)?.keys() : none) ?? none)];
  if (plugin === "class") return names.flatMap((name) => name.split(/\s+/)).map((name) => `class.${name}`);
  if (plugin === "style") return names.map((name) => `style.${kebab(name)}`);
  return names.map((name) => (name === "class" || name === "style" ? `${name}.*` : `attribute ${name}`));
}

function contradictions(parts: readonly Part[]): readonly Diagnostic[] {
  return parts.flatMap((part, index) => {
    const before = parts.slice(0, index);
    const other = before.find(({ attribute, writes }) => attribute !== part.attribute && overlap(writes, part.writes));
    return other === undefined
      ? []
      : [
          error(
            "conflicting-attributes",
            `${part.attribute}: ${other.attribute} sets the same; each undoes what the other does, without end, and the page stands still. Write one of them.`,
          ),
        ];
  });
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.some((other) => one === other || isPartOf(one, other) || isPartOf(other, one)));
}

function isPartOf(part: string, whole: string): boolean {
  return whole.endsWith(".*") && part.startsWith(whole.slice(0, -1));
}

// What the client looks at when it patches, ignored or not.
const read: ReadonlySet<string> = new Set(["ignore", "ignore-morph", "preserve-attr", "scope-children"]);

function ignored(parts: readonly Part[]): readonly Diagnostic[] {
  const ignoring = parts.find(({ plugin }) => plugin === "ignore");
  if (ignoring === undefined) return none;
  return parts
    .filter(({ plugin }) => !read.has(plugin))
    .map(({ attribute }) =>
      warning(
        "ignored-by-client",
        `${attribute}: with ${ignoring.attribute}, the client ignores this attribute of the element as well; put one of them on an element around or inside.`,
      ),
    );
}

function initialisedEarly(parts: readonly Part[]): readonly Diagnostic[] {
  const init = parts.findIndex(
    ({ plugin, modifiers, usesSignals }) => plugin === "init" && usesSignals && !modifiers.includes("delay"),
  );
  const late = init < 0 ? undefined : parts.slice(init).find(({ plugin }) => plugin === "signals" || plugin === "bind");
  return late === undefined
    ? none
    : [
        warning(
          "init-order",
          `${late.attribute}: the client has run data-init by then, without these signals; write data-init behind it.`,
        ),
      ];
}

/** An indicator tells of the requests of its own element. */
function idleIndicators(parts: readonly Part[], attributes: readonly Attribute[]): readonly Diagnostic[] {
  const indicator = parts.find(({ plugin }) => plugin === "indicator");
  if (indicator === undefined || attributes.some(mayRequest)) return none;
  return [
    warning(
      "idle-indicator",
      `${indicator.attribute}: it tells of requests of its own element only, and this one sends none; write it where the action stands.`,
    ),
  ];
}

function mayRequest({ name, value }: Attribute): boolean {
  return !name.startsWith("data-indicator") && value !== true && /@|\$_0_|\w\(/.test(value ?? "@");
}
