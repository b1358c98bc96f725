import { type DatastarAttribute, datastarAttribute } from "../attributes/datastar-attribute.js";
import { isPlainObject } from "../base/plain-object.js";
import type { AttributeValue } from "../diagnostics/check-attribute.js";
import { type Diagnostic, error, type Rule } from "../diagnostics/diagnostic.js";
import { formOf } from "../diagnostics/parse-name.js";
import type { Located } from "../diagnostics/program/syntax-tree.js";
import { Expression } from "../expressions/expression.js";
import { hasUnknown, unknown } from "./static-value.js";

/** An attribute as it will be printed, as far as the source tells. */
export interface Reading {
  /** The modifiers that its value adds to its name. */
  readonly added: string;
  readonly value: AttributeValue;
  readonly place: Located;
}

/** What our runtime would refuse to print. */
export interface Refusal {
  readonly refused: Diagnostic;
  readonly place: Located;
}

export type Read = readonly (Reading | Refusal)[];

export function reading(value: AttributeValue, place: Located, added = ""): Reading {
  return { added, value, place };
}

/** Reads a value of an attribute, and makes what that throws a refusal. */
export function attempt(name: string, rule: Rule, place: Located, read: () => Read): Read {
  try {
    return read();
  } catch (problem) {
    return [refusal(name, rule, place, problem)];
  }
}

export function refusal(name: string, rule: Rule, place: Located, problem: unknown): Refusal {
  const message = problem instanceof Error ? problem.message : String(problem);
  // Most say it themselves.
  return { refused: error(rule, message.startsWith(name) ? message : `${name}: ${message}`), place };
}

/**
 * The value of an attribute as our serialiser prints it; `undefined` if that is not known, or the attribute left out.
 *
 * @throws TypeError for one that it refuses
 */
export function printed(name: string, value: unknown): AttributeValue {
  if (value === unknown || value === null || value === undefined) return undefined;
  const form = formOf(name);
  // Where there can be none, the check of the attribute has more to say of a value than the serialiser.
  if (form === undefined || form === "events" || (form === "none" && !isPlainObject(value))) return plainValue(value);
  // An unknown value in an expression prints as one; here it would be taken for a name.
  if ((form === "path" || form === "names") && hasUnknown(value)) return undefined;
  return attributeOf(name)?.attributesFor(value)[0]?.value;
}

function attributeOf(name: string): DatastarAttribute | undefined {
  try {
    return datastarAttribute(name);
  } catch {
    // What is wrong with its key, the check of its name tells.
    return undefined;
  }
}

/** The value of an attribute that has no form, as it would have been printed if it had one. */
function plainValue(value: unknown): AttributeValue {
  if (typeof value === "string" || value === true) return value;
  return typeof value === "number" || value instanceof Expression ? String(value) : undefined;
}
