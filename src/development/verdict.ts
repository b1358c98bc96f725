import { attributeSignals, type AttributeSignals } from "../diagnostics/attribute-signals.js";
import { checkAttribute } from "../diagnostics/check-attribute.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ReadAttribute } from "./known-name.js";

/** What is to be said of an attribute with a value. */
export interface Verdict {
  readonly found: readonly Diagnostic[];
  readonly signals: AttributeSignals | undefined;
}

const limit = 4096;
const verdicts = new Map<string, Verdict>();

/** Checks an attribute. The rows of a list are alike but for their data, and are checked once. */
export function verdictOn(tag: string, { name, value }: ReadAttribute): Verdict {
  const shape = typeof value === "string" ? shapeOf(value) : value;
  const key = `${tag} ${name} ${typeof shape} ${shape}`;
  const known = verdicts.get(key);
  // Of what is wrong, messages quote the value.
  if (known !== undefined && (known.found.length === 0 || shape === value)) return known;
  const verdict = { found: checkAttribute(name, value, tag), signals: attributeSignals(name, value) };
  if (verdicts.size >= limit) verdicts.clear();
  verdicts.set(key, verdict);
  return verdict;
}

// A number that no name ends in and that is no name of a property, and the rest of a URL: no check looks at them.
const data = /(?<=[(,=/] ?)\d+(?=[ ),;'/]|$)|(?<='\/)[\w./-]+(?=')/g;

/** A value without what data makes of it: what is left is checked once for all that are alike. */
function shapeOf(value: string): string {
  return value.replace(data, "0");
}
