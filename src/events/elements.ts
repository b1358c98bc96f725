import { describe } from "../base/describe.js";
import { abandon, isThenable, whenReady } from "../base/promises.js";
import { stringOf } from "../base/string-object.js";
import { type Html, isHtml, type PatchContext, type PatchTarget } from "../html/html.js";

/**
 * What can be patched into a page: TSX, or HTML in a string, as in every Datastar SDK; promises of them; arrays of
 * them, in which absent ones are left out.
 */
export type Elements = Html | string | null | undefined | false | Promise<Elements> | readonly Elements[];

/**
 * The markup of elements, now or later.
 *
 * @param target where they are patched, which the development runtime checks; a page is no patch, and has none
 * @param context for whom they are patched
 * @throws TypeError for anything else
 */
export function elementsToString(
  elements: Elements,
  target?: PatchTarget,
  context: PatchContext = {},
): string | Promise<string> {
  if (typeof elements === "string") return elements;
  try {
    return textOf(elements, target, context);
  } catch (error) {
    abandon(elements);
    throw error;
  }
}

function textOf(
  elements: Exclude<Elements, string>,
  target: PatchTarget | undefined,
  context: PatchContext,
): string | Promise<string> {
  if (isHtml(elements)) {
    if (target === undefined) return elements.html;
    if (elements.later !== undefined)
      return whenReady(elements.later(context), (html) => elementsToString(html, target, context));
    elements.checkPatch?.(target);
    return elements.html;
  }
  if (elements === null || elements === undefined || elements === false) return "";
  if (Array.isArray(elements)) {
    const parts = (elements as readonly Elements[]).map((part) => elementsToString(part, target, context));
    return parts.every((part) => typeof part === "string")
      ? parts.join("")
      : whenReady(Promise.all(parts), (texts) => texts.join(""));
  }
  if (typeof elements === "object" && isThenable(elements))
    return whenReady(elements, (part) => elementsToString(part, target, context));
  const text = stringOf(elements);
  if (text !== undefined) return text;
  throw new TypeError(`Elements are TSX or HTML in a string, not ${describe(elements)}.`);
}
