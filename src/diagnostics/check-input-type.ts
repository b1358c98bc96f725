import { type Diagnostic, warning } from "./diagnostic.js";
import { suggest } from "./nearest.js";

/** @see https://html.spec.whatwg.org/multipage/input.html#attr-input-type */
const types = (
  "button checkbox color date datetime-local email file hidden image month number password radio range reset search " +
  "submit tel text time url week"
).split(" ");

/** Checks the type of an input, which may be any text for TypeScript, so that one can be chosen at run time. */
export function checkInputType(value: unknown): readonly Diagnostic[] {
  if (typeof value !== "string" || value === "" || types.includes(value.toLowerCase())) return [];
  const remedy = suggest(value.toLowerCase(), types, "browsers take it for text.");
  return [warning("unknown-type", `type: there is no input of type "${value}"; ${remedy}`)];
}
