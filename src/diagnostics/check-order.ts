import { type Diagnostic, warning } from "./diagnostic.js";

/** Whether the order matters in which an attribute stands among others of its element. */
export function isOrdered(name: string): boolean {
  return /^data-(?:init|indicator|attr|on)(?::|__|$)/.test(name);
}

/**
 * Checks the order of an element's attributes, which the client applies one after the other.
 *
 * @param names the names of those for which {@link isOrdered}, at least
 */
export function checkOrder(names: readonly string[], tag: string): readonly Diagnostic[] {
  const find = (name: RegExp): number => names.findIndex((given) => name.test(given));
  const isBefore = (first: RegExp, second: RegExp): boolean => find(first) >= 0 && find(first) < find(second);
  const found: Diagnostic[] = [];
  if (isBefore(/^data-init(?:__|$)/, /^data-indicator(?::|__|$)/))
    found.push(
      warning(
        "indicator-order",
        "data-indicator: the client has run data-init by then, and the indicator misses the start of its request; write data-indicator in front of it.",
      ),
    );
  // A custom element hears at once of an attribute that is set, and may fire an event.
  if (tag.includes("-") && isBefore(/^data-attr(?::|__|$)/, /^data-on(?::|__|$)/))
    found.push(
      warning(
        "listener-order",
        "data-on: the client has set the attributes of data-attr by then, and an event that the element fires for them is lost; write data-on in front of data-attr.",
      ),
    );
  return found;
}
