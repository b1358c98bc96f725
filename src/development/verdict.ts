import { setting } from "../base/client.js";
import { attributeSignals, type AttributeSignals } from "../diagnostics/attribute-signals.js";
import { type AttributeValue, checkAttribute } from "../diagnostics/check-attribute.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ReadAttribute } from "./known-name.js";
import { shapeOf } from "./shape.js";

/** What is to be said of an attribute with a value. */
export interface Verdict {
  readonly found: readonly Diagnostic[];
  readonly signals: AttributeSignals | undefined;
}

const limit = 4096;
let count = 0;
let judged = setting.client;
/** By the tag, the name, and the value or its shape. */
const verdicts = new Map<string, Map<string, Map<AttributeValue, Verdict>>>();

/** Checks an attribute. The rows of a list are alike but for their data, and are checked once. */
export function verdictOn(tag: string, { name, value }: ReadAttribute): Verdict {
  // Another client may think otherwise.
  if (judged !== setting.client) forget();
  judged = setting.client;
  const known = verdicts.get(tag)?.get(name);
  const same = known?.get(value);
  if (same !== undefined) return same;
  const shape = typeof value === "string" ? shapeOf(value) : value;
  const alike = known?.get(shape);
  // Of what is wrong, messages quote the value.
  if (alike !== undefined && alike.found.length === 0) return alike;
  const verdict = { found: checkAttribute(name, value, tag), signals: attributeSignals(name, value) };
  remember(tag, name, verdict.found.length === 0 ? shape : value, verdict);
  return verdict;
}

function remember(tag: string, name: string, key: AttributeValue, verdict: Verdict): void {
  if (count >= limit) forget();
  count++;
  inMap(inMap(verdicts, tag), name).set(key, verdict);
}

function forget(): void {
  verdicts.clear();
  count = 0;
}

function inMap<K, V>(maps: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const made = new Map<K, V>();
  maps.set(key, made);
  return made;
}
