import { modifierKind } from "../attributes/modifier-kinds.js";
import { printModifiers } from "../attributes/modifiers.js";
import { findPlugin, type Plugin } from "../attributes/plugins.js";
import { checkAttribute } from "../diagnostics/check-attribute.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { parseName } from "../diagnostics/parse-name.js";
import {
  type Located,
  namedProperties,
  type ObjectExpression,
  type Property,
} from "../diagnostics/program/syntax-tree.js";
import { attempt, printed, type Read, reading, refusal, type Refusal } from "./printed-value.js";
import { hasUnknown, outcomes, unknown, valueOf } from "./static-value.js";

type Entries = ReturnType<typeof namedProperties>;

/**
 * Reads an object with modifiers, such as `{ do: js`…`, once: true }`.
 *
 * @param own names of what it holds besides modifiers
 */
export function readModified(name: string, own: readonly string[], object: ObjectExpression): Read {
  const isContent = ([key]: Entries[number]): boolean => own.includes(key);
  const entries = namedProperties(object.properties);
  const content = entries.filter(isContent);
  if (content.length === 0 && own.length === 1) {
    // It may be in what is spread into the object.
    if (entries.length < object.properties.length) return [reading(undefined, object)];
    return attempt(name, "value-required", object, () => [
      reading(printed(name, Object.fromEntries(entries.map(([key]) => [key, undefined]))), object),
    ]);
  }
  const modifiers = entries
    .filter((entry) => !isContent(entry))
    .map(([key, property]) => readModifier(name, key, property));
  const added = modifiers.map(({ added }) => added).join("");
  const read = own.length === 1 ? readOne(name, content) : readAll(name, content, object);
  return [
    ...modifiers.flatMap(({ refusals }) => refusals),
    ...read.map((found) => ("refused" in found ? found : { ...found, added })),
  ];
}

function readOne(name: string, content: Entries): Read {
  return content.flatMap(([key, { value: node }]) =>
    outcomes(node).flatMap((outcome) =>
      attempt(name, "syntax", outcome, () => {
        const value = valueOf(outcome);
        return attempt(name, "invalid-value", outcome, () => [
          reading(value === unknown ? undefined : printed(name, { [key]: value }), outcome),
        ]);
      }),
    ),
  );
}

function readAll(name: string, content: Entries, object: Located): Read {
  return attempt(name, "invalid-value", object, () => {
    const value = Object.fromEntries(content.map(([key, { value }]) => [key, valueOf(value)]));
    return [reading(printed(name, value), object)];
  });
}

interface ReadModifier {
  /** What it adds to the name. */
  readonly added: string;
  readonly refusals: readonly Refusal[];
}

function readModifier(name: string, key: string, property: Property): ReadModifier {
  const plugin: Plugin = findPlugin(parseName(name)?.plugin ?? "") ?? {};
  const kind = modifierKind(plugin, key);
  const refusals = kind === undefined ? addedBy(name, `__${key}`, property) : [];
  if (refusals.length > 0) return { added: "", refusals };
  try {
    const value = valueOf(property.value);
    // A flag that may be off is taken for on: some allow what is wrong without them.
    if (hasUnknown(value)) return { added: kind === "flag" ? `__${key}` : "", refusals: [] };
    const added = printModifiers(plugin, { [key]: value }, name);
    return { added, refusals: addedBy(name, added, property) };
  } catch (problem) {
    return {
      added: "",
      refusals: [refusal(name, kind === undefined ? "unknown-modifier" : "unknown-tag", property, problem)],
    };
  }
}

/** What is wrong with a name because of the modifiers that are added to it. */
function addedBy(name: string, added: string, place: Located): readonly Refusal[] {
  const before = new Set(checkAttribute(name, undefined).map(({ message }) => message));
  return checkAttribute(name + added, undefined)
    .map(({ rule, severity, message }): Diagnostic => ({ rule, severity, message: withoutAdded(message, name, added) }))
    .filter(({ message }) => !before.has(message))
    .map((refused) => ({ refused, place }));
}

/** Puts a name as it is written in front of a message, instead of that with the modifiers of its value. */
export function withoutAdded(message: string, name: string, added: string): string {
  const prefix = `${name}${added}: `;
  return message.startsWith(prefix) ? `${name}: ${message.slice(prefix.length)}` : message;
}
