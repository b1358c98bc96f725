import { isPlainObject } from "../base/plain-object.js";
import type { JsonObject, JsonValue } from "./received.js";

/** What can be changed in place. */
interface Values {
  [name: string]: JsonValue;
}

/**
 * Merges a patch into signals as the client does, which is RFC 7386 but for arrays: an object is merged into one by its
 * indices.
 *
 * @param onlyIfMissing leaves alone what is there
 * @returns signals that are new
 */
export function mergeSignals(signals: JsonObject, patch: JsonObject, onlyIfMissing: boolean): JsonObject {
  const merged: Values = structuredClone(signals);
  merge(merged, patch, onlyIfMissing);
  return merged;
}

function merge(target: Values, patch: JsonObject, onlyIfMissing: boolean): void {
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      if (!onlyIfMissing) delete target[name];
    } else if (isPlainObject(value)) {
      // What is there and holds nothing is replaced, also when only what is missing is to be set.
      if (!Object.hasOwn(target, name) || !holdsValues(target[name])) target[name] = {};
      const inner = target[name];
      if (holdsValues(inner)) merge(inner, value, onlyIfMissing);
    } else if (!onlyIfMissing || !Object.hasOwn(target, name)) target[name] = value;
  }
}

function holdsValues(value: JsonValue | undefined): value is Values {
  return Array.isArray(value) || isPlainObject(value);
}
