import { describe } from "./describe.js";
import { isPlainObject } from "./plain-object.js";

/** Something in data that JSON cannot carry. */
export interface NotJson {
  /** Where it stands, as a dotted path; empty for the whole. */
  readonly path: string;
  /** What it is, and what to write instead. */
  readonly problem: string;
}

/**
 * Finds what `JSON.stringify` would change or leave out without a word: numbers that are none, instances of classes,
 * functions, symbols, bigints, and `undefined` in an array. A property that is `undefined` counts as not there.
 *
 * @see https://tc39.es/ecma262/#sec-json.stringify
 */
export function findNotJson(value: unknown): NotJson | undefined {
  return find(value, "", new Set());
}

function find(value: unknown, path: string, parents: Set<object>): NotJson | undefined {
  if (!isContainer(value)) {
    const problem = problemOf(value);
    return problem === undefined ? undefined : { path, problem };
  }
  if (parents.has(value)) return { path, problem: "an object that contains itself" };
  parents.add(value);
  const inside = path === "" ? "" : `${path}.`;
  const items: Iterable<readonly [PropertyKey, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value).filter(([, item]) => item !== undefined);
  for (const [name, item] of items) {
    const found = find(item, `${inside}${String(name)}`, parents);
    if (found !== undefined) return found;
  }
  parents.delete(value);
  return undefined;
}

function isContainer(value: unknown): value is readonly unknown[] | Record<string, unknown> {
  return Array.isArray(value) || isPlainObject(value);
}

function problemOf(value: unknown): string | undefined {
  if (value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value))
    return undefined;
  if (typeof value === "number") return `${value}, for which JSON has null`;
  const what = describe(value);
  if (typeof value === "bigint") return `${what}: send a number or text`;
  if (value instanceof Date) return `${what}: send its text, as with toISOString(), or its time`;
  if (value instanceof Map) return `${what}: send Object.fromEntries(map)`;
  if (value instanceof Set) return `${what}: send [...set]`;
  if (value instanceof Promise) return `${what}: await it first`;
  return typeof value === "object" ? `${what}: send a plain object of what is in it` : what;
}
