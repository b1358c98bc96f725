import type { Properties } from "csstype";
import type { described } from "../base/describe.js";
import type { Url } from "../expressions/url.js";
import type { Html } from "./html.js";

/** What can stand between tags. Strings are text and escaped; `null`, `undefined` and booleans render nothing. */
export type Child =
  | Html
  // Among Children already, but much faster to check when several of them stand in a row.
  | readonly Child[]
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | Children
  | PromiseLike<Child>;

/**
 * Children in a row, such as those of a `Set` or a generator; but not the names and values of a `Map` or of
 * `URLSearchParams`, which have a `get`.
 */
interface Children {
  readonly [Symbol.iterator]: () => Iterator<Child>;
  readonly get?: never;
}

/** Class names: a string, an array, or an object whose values say whether a name is there. */
export type ClassValue =
  | string
  | false
  | null
  | undefined
  | readonly ClassValue[]
  | { readonly [name: string]: ClassCondition };

/**
 * Whether a class is there. A function, a promise, or what only the browser has a value of would always be true: use
 * `data-class` for that.
 */
export type ClassCondition = string | number | bigint | boolean | null | undefined | KnownOnServer;

interface KnownOnServer {
  // Every object has this one; without it TypeScript would ask for one of the others.
  propertyIsEnumerable(name: PropertyKey): boolean;
  readonly call?: never;
  readonly then?: never;
  readonly [described]?: never;
}

/**
 * Style declarations: CSS text, or an object of properties. Numbers are written as they are, hence only where CSS needs
 * no unit: `{ opacity: 0.5, width: "10px", margin: 0 }`.
 */
export type StyleValue = string | StyleObject | false | null | undefined;

type Declarations = { readonly [property in keyof Properties]: Properties[property] | false | null | undefined };

interface StyleObject extends Declarations {
  readonly [customProperty: `--${string}`]: string | number | false | null | undefined;
}

/** A URL as text, or made with `url` from server values. */
export type UrlValue = string | Url;
