import { dataFor, describe } from "./describe.js";
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
 * @param isTaken tells of objects that are no data and stand for some
 * @see https://tc39.es/ecma262/#sec-json.stringify
 */
export function findNotJson(value: unknown, isTaken?: IsTaken): NotJson | undefined {
  const found = find(value, new Set(), isTaken);
  return found && { path: pathOf(found.names.reverse()), problem: found.problem };
}

/** How deep data can be nested: engines end at some thousand levels, without a word about what was nested so deep. */
export const deepest = 1000;
export const tooDeep = "nested deeper than 1,000 levels";
export const containsItself = "that contains itself";

/** Names that lead to a value, as a dotted path; of very many, where it begins. */
export function pathOf(names: readonly PropertyKey[]): string {
  return names.length > 50 ? `${names.slice(0, 5).map(String).join(".")}.…` : names.map(String).join(".");
}

/** What is wrong, and the names that lead to it, from the innermost to the outermost. */
interface Found {
  readonly names: PropertyKey[];
  readonly problem: string;
}

type IsTaken = (value: object) => boolean;

function find(value: unknown, parents: Set<object>, isTaken: IsTaken | undefined): Found | undefined {
  if (value === null || typeof value !== "object") return foundIn(problemOf(value));
  const isArray = Array.isArray(value);
  if (!isArray && !isPlainObject(value)) return isTaken?.(value) === true ? undefined : foundIn(problemOf(value));
  if (parents.has(value)) return foundIn(`an object ${containsItself}: leave that out, or write its id`);
  if (parents.size >= deepest) return foundIn(`${tooDeep}: write a list of what is in it`);
  parents.add(value);
  const found = isArray ? findInItems(value, parents, isTaken) : findInProperties(value, parents, isTaken);
  if (found === undefined) parents.delete(value);
  return found;
}

function findInItems(items: readonly unknown[], parents: Set<object>, isTaken: IsTaken | undefined): Found | undefined {
  for (let i = 0; i < items.length; i++) {
    const found = find(items[i], parents, isTaken);
    if (found !== undefined) return within(i, found);
  }
  return undefined;
}

function findInProperties(
  object: Record<string, unknown>,
  parents: Set<object>,
  isTaken: IsTaken | undefined,
): Found | undefined {
  for (const name of Object.keys(object)) {
    const value = object[name];
    const found = value === undefined ? undefined : find(value, parents, isTaken);
    if (found !== undefined) return within(name, found);
  }
  return undefined;
}

function within(name: PropertyKey, found: Found): Found {
  found.names.push(name);
  return found;
}

function foundIn(problem: string | undefined): Found | undefined {
  return problem === undefined ? undefined : { names: [], problem };
}

/** What is wrong with a value that is no array and no plain object; `undefined` if JSON has it. */
export function problemOf(value: unknown): string | undefined {
  if (value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value))
    return undefined;
  if (typeof value === "number") return `${value}, for which JSON has null: write a number, or leave it out`;
  return `${describe(value)}: ${remedyFor(value)}`;
}

function remedyFor(value: unknown): string {
  if (value === undefined) return "write null";
  if (typeof value === "function") return "write what it returns";
  if (typeof value === "bigint") return "write a number or text";
  if (value instanceof Date) return "write its text, as with toISOString(), or its time";
  return dataFor(value) ?? (typeof value === "object" ? "write a plain object of what is in it" : "write text");
}
