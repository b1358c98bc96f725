import { type Diagnostic, error } from "./diagnostic.js";
import { suggest } from "./nearest.js";
import { readObject } from "./object-literal.js";

const parts = ["include", "exclude"];

/** Checks the object of a filter, as far as it is written out. */
export function checkFilter(source: string): readonly Diagnostic[] {
  return Array.from(readObject(source) ?? []).flatMap(([name, { source }]) => {
    if (!parts.includes(name))
      return [
        error(
          "invalid-value",
          `a filter is {include: /…/, exclude: /…/}, without ${name}; ${suggest(name, parts, "it takes these two.")}`,
        ),
      ];
    const pattern = /^(?:"([^"\\]*)"|'([^'\\]*)')$/.exec(source);
    return pattern === null ? [] : checkPattern(name, pattern[1] ?? pattern[2] ?? "");
  });
}

function checkPattern(name: string, pattern: string): readonly Diagnostic[] {
  try {
    new RegExp(pattern);
    return [];
  } catch {
    return [error("invalid-value", `${name}: "${pattern}" is no regular expression.`)];
  }
}
