import { checkDuplicates } from "../diagnostics/check-duplicates.js";
import { checkTogether } from "../diagnostics/check-together.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ReadAttribute } from "./known-name.js";
import type { Verdict } from "./verdict.js";

/** What was found of attributes beside one another, and of those with one more. */
interface Known {
  found: readonly Diagnostic[] | undefined;
  readonly next: WeakMap<Verdict, Known>;
}

const none: readonly never[] = [];
const first: Known = { found: none, next: new WeakMap() };

/**
 * Checks attributes beside one another. What each is by itself has been found out, so that those of the rows of a list
 * are looked at once.
 */
export function foundTogether(
  tag: string,
  attributes: readonly ReadAttribute[],
  verdicts: readonly Verdict[],
): readonly Diagnostic[] {
  let known = first;
  for (const verdict of verdicts) {
    let next = known.next.get(verdict);
    if (next === undefined) known.next.set(verdict, (next = { found: undefined, next: new WeakMap() }));
    known = next;
  }
  return (known.found ??= [...checkDuplicates(attributes.map(({ name }) => name)), ...checkTogether(tag, attributes)]);
}
