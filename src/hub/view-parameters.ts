import { describe } from "../base/describe.js";
import { isPlainObject } from "../base/plain-object.js";
import type { PlainObject } from "../expressions/signals.js";

/** What tells the views of a `live` apart, such as the id of a room, or a filter. */
export type ViewParameter =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | readonly ViewParameter[]
  | { readonly [name: string]: ViewParameter };

/**
 * Parameters of which each is a {@link ViewParameter}. Unlike a type with an index signature it takes interfaces, and
 * looks into them.
 */
export type ViewParameters<Parameters extends readonly unknown[]> = readonly unknown[] & {
  readonly [index in keyof Parameters]: Told<Parameters[index]>;
};

// Maps things that are no values to what a parameter may be, which tsc then names.
type Told<T> = T extends ViewParameter
  ? T
  : T extends readonly unknown[] | PlainObject
    ? { readonly [K in keyof T]: Told<T[K]> }
    : ViewParameter;

/**
 * Parameters as one text, which no others have: as one would write them, with the names of objects in one order.
 *
 * @throws TypeError for what is no value but a thing, which another one could not be told from
 */
export function keyOf(parameters: readonly unknown[]): string {
  return parameters.map((parameter) => literal(parameter, [])).join(", ");
}

function literal(value: unknown, parents: readonly unknown[]): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value))
    return `[${inside(value, parents)
      .map(([, text]) => text)
      .join(",")}]`;
  if (isPlainObject(value) && Object.getOwnPropertySymbols(value).length === 0)
    return `{${inside(value, parents)
      .map(([name, text]) => `${JSON.stringify(name)}:${text}`)
      .join(",")}}`;
  if (typeof value === "object" ? value === null : !things.has(typeof value)) return String(value);
  throw refused(describe(value));
}

const things = new Set(["function", "symbol"]);

/** Names of what is in an object or an array, and the text of each; those of an object in their order. */
function inside(value: object, parents: readonly unknown[]): (readonly [name: string, text: string])[] {
  if (parents.includes(value)) throw refused("an object that contains itself");
  const path = [...parents, value];
  const names = Array.isArray(value) ? Object.keys([...value]) : Object.keys(value).sort();
  return names.map((name) => [name, literal(Reflect.get(value, name), path)]);
}

const refused = (what: string): TypeError =>
  new TypeError(
    `Views are told apart by text, numbers, booleans, null, and plain objects and lists of them, not by ${what}.`,
  );
