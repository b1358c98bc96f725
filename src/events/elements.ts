import { isThenable, whenReady } from "../../jsx-runtime/children.js";
import { Html } from "../../jsx-runtime/html.js";

/**
 * What can be patched into a page: TSX, or HTML in a string, as in every Datastar SDK; promises of them; arrays of them,
 * in which absent ones are left out.
 */
export type Elements = Html | string | null | undefined | false | Promise<Elements> | readonly Elements[];

/**
 * The markup of elements, now or later.
 *
 * @throws TypeError for anything else
 */
export function elementsToString(elements: Elements): string | Promise<string> {
  if (typeof elements === "string") return elements;
  if (elements instanceof Html) return elements.html;
  if (elements === null || elements === undefined || elements === false) return "";
  if (Array.isArray(elements)) {
    const parts = (elements as readonly Elements[]).map(elementsToString);
    return parts.every((part) => typeof part === "string") ? parts.join("") : whenReady(Promise.all(parts), (texts) => texts.join(""));
  }
  if (typeof elements === "object" && isThenable(elements)) return whenReady(elements, elementsToString);
  throw new TypeError(`Elements are TSX or HTML in a string, not a value of type ${typeof elements}.`);
}
