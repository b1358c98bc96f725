import { findNotJson } from "../base/json.js";
import { abandon } from "../base/promises.js";
import { isExpression } from "./expression.js";
import { Signal } from "./signal.js";
import { Unknown } from "./unknown.js";

/**
 * Checks a value that the client keeps, or sends, as JSON. Signals and expressions in it are worked out there.
 *
 * @param what names the whole of it in the error message, or a part by its path
 * @param isTaken tells of other objects that have their place in it
 * @throws TypeError for what JSON cannot carry
 */
export function checkHeld(
  value: unknown,
  what: (path: string) => string,
  isTaken: (value: object) => boolean = isFromBrowser,
): void {
  const notJson = findNotJson(value, isTaken);
  if (notJson === undefined) return;
  abandon(value);
  throw new TypeError(`${what(notJson.path)} cannot be ${notJson.problem}.`);
}

/** For what goes to the browser as JSON itself, in which nothing is worked out. */
export function isNothing(): boolean {
  return false;
}

/** Whether the browser works a value out, or the compiler has yet to know it. */
export function isFromBrowser(value: object): boolean {
  return isExpression(value) || Signal.sourceOf(value) !== undefined || value instanceof Unknown;
}
