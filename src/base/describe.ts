import { hasBrand } from "./brand.js";
import { isClass } from "./is-class.js";

/** What a value of ours tells whoever refuses it, and whichever copy of the package that is. */
export const described: unique symbol = Symbol.for("datastar-tsx.described");

/** How error messages speak of a value of ours. */
export interface Described {
  /** What it is: `the signal $open`. */
  readonly name: string;
  /** What advice calls it where Datastar's attributes take it: `signal`. */
  readonly inBrowser: string;
  /** What to write where data is wanted. */
  readonly asData: string;
}

/** What a value of ours tells of itself; `undefined` for others. */
export function descriptionOf(value: unknown): Described | undefined {
  return hasBrand(value, described) ? (value[described] as Described) : undefined;
}

/** Advises what data to write in place of a value that is none; `undefined` where nothing better is known. */
export function dataFor(value: unknown): string | undefined {
  if (value instanceof Promise) return "await it first";
  if (value instanceof Map) return "write Object.fromEntries(map)";
  if (value instanceof Set) return "write [...set]";
  return descriptionOf(value)?.asData;
}

/** Names a value for an error message: "a function", "an Array", "a plain object with id, title in it". */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "object") return descriptionOf(value)?.name ?? describeObject(value);
  return isClass(value) ? "a class" : withArticle(typeof value);
}

/** Shows a value in an error message: numbers, strings and the like as they are written, and names others. */
export function shownValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "object" || typeof value === "function" ? describe(value) : String(value);
}

function describeObject(value: object): string {
  const name = value.constructor?.name;
  if (name === undefined || name === "Object")
    return `a plain object with ${Object.keys(value).slice(0, 3).join(", ") || "nothing"} in it`;
  // Generators have no constructor of a name.
  const tag: unknown = Reflect.get(value, Symbol.toStringTag);
  return name === "" && typeof tag !== "string"
    ? "an object of a class without a name"
    : withArticle(name || String(tag));
}

// Most classes whose names begin with a U are spoken with a consonant: User, URL, Uint8Array.
function withArticle(name: string): string {
  return `${/^(?:[aeio]|html)/i.test(name) ? "an" : "a"} ${name}`;
}
