import type { Properties } from "csstype";
import type { Url } from "../expressions/url.js";
import type { Html } from "./html.js";

/** What can stand between tags. Strings are text and escaped; `null`, `undefined` and booleans render nothing. */
export type Child =
  | Html
  // Iterable already, but much faster to check when several children stand in a row.
  | readonly Child[]
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | Iterable<Child>
  | PromiseLike<Child>;

/** Class names: a string, an array, or an object whose values say whether a name is there. */
export type ClassValue =
  | string
  | false
  | null
  | undefined
  | readonly ClassValue[]
  | { readonly [name: string]: unknown };

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
