import { type Diagnostic, error } from "./diagnostic.js";

/**
 * Finds attributes that an element has twice: parsers keep the first, and do not tell.
 *
 * @param names the names of its Datastar attributes as they are printed
 * @see https://html.spec.whatwg.org/multipage/parsing.html#attribute-name-state
 */
export function checkDuplicates(names: readonly string[]): readonly Diagnostic[] {
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) < index));
  return Array.from(repeated, (name) =>
    error(
      "duplicate-attribute",
      name.startsWith("data-on:")
        ? `${name} is there twice, and the browser runs the first only; write one, with an array of both: ${name}={[first, second]}.`
        : `${name} is there twice, and the browser keeps the first; write one.`,
    ),
  );
}
