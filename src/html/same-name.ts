// Props whose attributes have one name in HTML: parsers keep the first of them, and do not tell.
// https://html.spec.whatwg.org/multipage/parsing.html#attribute-name-state
import { attributePrefix } from "../base/client.js";
import { abandon } from "../base/promises.js";
import { attributeOf } from "./attribute.js";

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

/**
 * Prints attributes once for each name: of several the last one. Of several listeners for an event each is printed.
 *
 * @param tag the name of the element
 * @throws TypeError for names and values that HTML or Datastar cannot carry
 */
export function printOnce(props: { readonly [name: string]: unknown }, tag: string): string {
  const byName = new Map<string, string>();
  const listener = `${attributePrefix()}on:`;
  const isListener = (name: string): boolean => name.toLowerCase().startsWith(listener);
  for (const prop in props) {
    const value = props[prop];
    if (prop === "key") abandon(value);
    if (prop === "key" || prop === "children") continue;
    const attribute = attributeOf(prop, tag);
    const printed = attribute.printEach(value, tag);
    // As in props of one spelling, absence is a value too.
    if (printed.length === 0 && !isListener(attribute.name)) byName.delete(attribute.name.toLowerCase());
    for (const { name, text } of printed) {
      let distinct = name;
      if (isListener(name)) while (byName.has(distinct.toLowerCase())) distinct = renamed(distinct);
      byName.set(distinct.toLowerCase(), ` ${distinct}${text.slice(` ${name}`.length)}`);
    }
  }
  return [...byName.values()].join("");
}

/** Another name for the same listener: the client converts events to kebab case anyway, and a case twice as once. */
function renamed(name: string): string {
  return name.includes("__case.") ? name.replace(/__case(\.[a-z]+)/, "$&$1") : `${name}__case.kebab`;
}
