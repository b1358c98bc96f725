import { type Diagnostic, error } from "./diagnostic.js";

/**
 * Finds attributes that an element has twice, of which only the last is printed. Listeners are all printed.
 *
 * @param names the names of its Datastar attributes as they would be printed
 */
export function checkDuplicates(names: readonly string[]): readonly Diagnostic[] {
  const seen = new Set(names);
  if (seen.size === names.length) return none;
  const repeated = names.filter((name) => !seen.delete(name) && !name.startsWith("data-on:"));
  return Array.from(new Set(repeated), (name) =>
    error("duplicate-attribute", `${name} is there twice, and only the last one is kept; write one.`),
  );
}

const none: readonly never[] = [];
