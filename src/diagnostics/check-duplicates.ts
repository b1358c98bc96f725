import { type Diagnostic, error } from "./diagnostic.js";

/**
 * Finds attributes that an element has twice, of which only the last is printed. Listeners are all printed.
 *
 * @param names the names of its Datastar attributes as they would be printed
 */
export function checkDuplicates(names: readonly string[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const name of names) {
    if (seen.has(name) && !name.startsWith("data-on:")) repeated.add(name);
    seen.add(name);
  }
  return Array.from(repeated, (name) =>
    error("duplicate-attribute", `${name} is there twice, and only the last one is kept; write one.`),
  );
}
