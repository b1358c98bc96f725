import type { StandardSchemaV1 } from "@standard-schema/spec";
import { isPlainObject } from "../base/plain-object.js";

/**
 * Checks a state that came from a browser against the initial values it was declared with, and returns the declared
 * part of it. An array takes items of the kinds it was declared with; one that was declared empty takes any, and so
 * does an empty object. `null` was declared for "anything".
 */
export function validateState<T>(value: unknown, initial: T): StandardSchemaV1.Result<T> {
  const issues: StandardSchemaV1.Issue[] = [];
  const state = check(value, initial, [], issues);
  // The check has just made `state` of the same shape as `initial`.
  return issues.length > 0 ? { issues } : { value: state as T };
}

function check(
  value: unknown,
  declared: unknown,
  path: readonly PropertyKey[],
  issues: StandardSchemaV1.Issue[],
): unknown {
  // In the browser a signal that is null does not exist.
  if (declared === null) return value ?? null;
  if (kindOf(value) !== kindOf(declared)) {
    issues.push({ message: `expected ${kindOf(declared)}, got ${kindOf(value)}`, path });
    return undefined;
  }
  if (Array.isArray(value) && Array.isArray(declared)) return checkItems(value, declared, path, issues);
  if (!isPlainObject(value) || !isPlainObject(declared)) return value;

  if (Object.keys(declared).length === 0) return { ...value };
  const state: Record<string, unknown> = {};
  for (const [name, expected] of Object.entries(declared)) {
    // The client keeps signals with a leading underscore to itself. A copy, so that no handler can change the initial
    // value.
    const local = name.startsWith("_") && !Object.hasOwn(value, name);
    state[name] = local
      ? structuredClone(expected)
      : check(Object.hasOwn(value, name) ? value[name] : undefined, expected, [...path, name], issues);
  }
  return state;
}

function checkItems(
  items: readonly unknown[],
  declared: readonly unknown[],
  path: readonly PropertyKey[],
  issues: StandardSchemaV1.Issue[],
): unknown[] {
  if (declared.length === 0) return [...items];
  return items.map((item, i) => {
    const attempts = distinct(declared).map((expected) => {
      const found: StandardSchemaV1.Issue[] = [];
      return { checked: check(item, expected, [...path, i], found), found };
    });
    const attempt = attempts.find(({ found }) => found.length === 0) ?? attempts[0];
    issues.push(...(attempt?.found ?? []));
    return attempt?.checked;
  });
}

const distinctItems = new WeakMap<readonly unknown[], readonly unknown[]>();

/** The first of each shape: for each item that fits none, as many attempts are made as there are. */
function distinct(declared: readonly unknown[]): readonly unknown[] {
  if (declared.length < 2) return declared;
  let items = distinctItems.get(declared);
  if (items === undefined) {
    const byShape = new Map<string, unknown>();
    for (const item of declared) {
      const shape = shapeOf(item);
      if (!byShape.has(shape)) byShape.set(shape, item);
    }
    items = [...byShape.values()];
    distinctItems.set(declared, items);
  }
  return items;
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].join()}]`;
  if (!isPlainObject(value)) return kindOf(value);
  const properties = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${shapeOf(item)}`);
  return `{${properties.join()}}`;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "nothing";
  return Array.isArray(value) ? "array" : typeof value;
}
