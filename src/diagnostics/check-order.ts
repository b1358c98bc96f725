import { type Diagnostic, warning } from "./diagnostic.js";

/** Whether the order matters in which an attribute stands among others of its element. */
export function isOrdered(name: string): boolean {
  return /^data-(?:init|indicator)(?::|__|$)/.test(name);
}

/**
 * Checks the order of an element's attributes, which the client applies one after the other.
 *
 * @param names the names of those for which {@link isOrdered}, at least
 */
export function checkOrder(names: readonly string[]): readonly Diagnostic[] {
  const find = (name: RegExp): number => names.findIndex((given) => name.test(given));
  const init = find(/^data-init(?:__|$)/);
  return init >= 0 && init < find(/^data-indicator(?::|__|$)/)
    ? [
        warning(
          "indicator-order",
          "data-indicator: the client has run data-init by then, and the indicator misses the start of its request; write data-indicator in front of it.",
        ),
      ]
    : [];
}
