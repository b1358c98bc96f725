// Props whose attributes have one name in HTML: parsers keep the first of them, and do not tell.
// https://html.spec.whatwg.org/multipage/parsing.html#attribute-name-state
import { distinctName } from "../attributes/distinct-listeners.js";
import { attributePrefix } from "../base/client.js";
import { abandon } from "../base/promises.js";
import { attributeOf, type PrintedAttribute } from "./attribute.js";

/**
 * What the names have in common that an attribute may be printed with. A value can bring modifiers along, and a key in
 * capitals is printed in kebab case; so two names that differ may have it in common as well.
 */
export function stemOf(name: string): string {
  return name.replace(/-|__.*/gs, "").toLowerCase();
}

/** The stem of an object of listeners, which is printed as an attribute for each of them. */
export function listenersStem(): string {
  return stemOf(`${attributePrefix()}on`);
}

/** Whether a stem is that of one listener, which an object of listeners can hold as well. */
export function isListenerStem(stem: string): boolean {
  return stem.startsWith(`${listenersStem()}:`);
}

/** Whether attributes of some names may be printed with one. */
export function mayShareName(names: readonly string[]): boolean {
  const stems = new Set(names.map(stemOf));
  return stems.size < names.length || (stems.has(listenersStem()) && [...stems].some(isListenerStem));
}

/**
 * Prints attributes once for each name: of several the last one. Of several listeners for an event each is printed.
 *
 * @param tag the name of the element
 * @throws TypeError for names and values that HTML or Datastar cannot carry
 */
export function printOnce(props: { readonly [name: string]: unknown }, tag: string): string {
  const given: Given[] = [];
  for (const prop in props) {
    const value = props[prop];
    if (prop === "key") abandon(value);
    if (prop === "key" || prop === "children") continue;
    const attribute = attributeOf(prop, tag);
    given.push({ name: attribute.name, printed: attribute.printEach(value, tag) });
  }
  return joinOnce(given);
}

/** What an attribute of TSX is printed as. */
export interface Given {
  readonly name: string;
  readonly printed: readonly PrintedAttribute[];
}

/** Joins attributes in the same way. */
export function joinOnce(attributes: readonly Given[]): string {
  const byName = new Map<string, string>();
  const listener = `${attributePrefix()}on:`;
  const isListener = (name: string): boolean => name.toLowerCase().startsWith(listener);
  for (const { name, printed } of attributes) {
    // As in props of one spelling, absence is a value too.
    if (printed.length === 0 && !isListener(name)) byName.delete(name.toLowerCase());
    for (const { name, text } of printed) {
      const distinct = isListener(name) ? distinctName(name, (folded) => byName.has(folded)) : name;
      byName.set(distinct.toLowerCase(), ` ${distinct}${text.slice(` ${name}`.length)}`);
    }
  }
  return [...byName.values()].join("");
}
