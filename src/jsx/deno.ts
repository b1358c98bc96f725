// What TSX compiles to with Deno's `"jsx": "precompile"`, besides `jsx`.
import { renderAttribute } from "../html/attribute.js";
import { toHtml } from "../html/children.js";
import { Html } from "../html/html.js";

/**
 * Fills values in between pieces of markup. Called by the code that Deno compiles TSX to.
 *
 * @param values what {@link jsxAttr}, {@link jsxEscape} and `jsx` return; anything else is a child, and escaped
 * @see https://docs.deno.com/runtime/reference/jsx/#jsx-precompile-transform
 */
export function jsxTemplate(pieces: readonly string[], ...values: readonly unknown[]): Html | Promise<Html> {
  return jsxEscape(pieces.flatMap((piece, index) => [new Html(piece), values[index]]));
}

/**
 * Renders an attribute, or nothing when it is absent. Called by the code that Deno compiles TSX to, which folds the
 * names of attributes to lower case.
 *
 * @throws TypeError for names and values that HTML or Datastar cannot carry
 */
export function jsxAttr(name: string, value: unknown): Html {
  // The template has the space in front.
  return new Html(name === "key" ? "" : renderAttribute(name, value, "element").slice(1));
}

/**
 * Renders a child. Called by the code that Deno compiles TSX to.
 *
 * @throws TypeError for values that have no text
 */
export function jsxEscape(value: unknown): Html | Promise<Html> {
  return toHtml(value, "An element");
}
