import { type Diagnostic, error } from "./diagnostic.js";

/**
 * Finds attributes that an element has twice, of which only the last is printed. Listeners are all printed.
 *
 * @param names the names of its Datastar attributes as they would be printed
 */
export function checkDuplicates(names: readonly string[]): readonly Diagnostic[] {
  const repeated = new Set(names.filter((name, index) => !name.startsWith("data-on:") && names.indexOf(name) < index));
  return Array.from(repeated, (name) =>
    error("duplicate-attribute", `${name} is there twice, and only the last one is kept; write one.`),
  );
}
