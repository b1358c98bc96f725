import { describe } from "../base/describe.js";
import { abandon } from "../base/promises.js";
import { isHtml } from "../html/html.js";
import { checkOptions, eventFields } from "./event-options.js";
import type { ElementsEvent } from "./event.js";
import { placeElements } from "./namespace.js";
import { elementsPatch, type PatchElementsOptions, type RemoveElementsOptions } from "./patch-options.js";

const removeOptions = ["namespace", "useViewTransition", "viewTransitionSelector", "eventId", "retryDuration"];
const patchOptions = ["selector", "mode", ...removeOptions];

/**
 * Reads the options of a patch, whose elements may follow later.
 *
 * @returns makes the event of the elements
 * @throws TypeError for options that the client would refuse
 */
export function elementsPatcher(options: PatchElementsOptions = {}): (elements: string) => ElementsEvent {
  checkOptions(options, patchOptions, "patchElements");
  const patch = elementsPatch(options);
  const { id, retry } = eventFields(options);
  return (elements) => ({ type: "datastar-patch-elements", id, retry, patch, ...placeElements(patch, elements) });
}

/** @throws TypeError for options that the client would refuse, and for elements that are no HTML */
export function patchElementsEvent(elements: unknown, options?: PatchElementsOptions): ElementsEvent {
  if (typeof elements !== "string") {
    abandon([elements, options]);
    const remedy = isHtml(elements) || elements instanceof Promise ? ": write String(await markup)" : "";
    throw new TypeError(`patchElements takes HTML in a string, not ${describe(elements)}${remedy}.`);
  }
  return elementsPatcher(options)(elements);
}

/** @throws TypeError without a selector */
export function removeElementsEvent(selector: string, options: RemoveElementsOptions = {}): ElementsEvent {
  checkOptions(options, removeOptions, "removeElements");
  return patchElementsEvent("", { ...options, selector, mode: "remove" });
}
