import { abandon } from "../base/promises.js";
import { Html } from "./html.js";
import { PendingHtml } from "./pending-html.js";

/**
 * Lets go of promises that nobody may come to wait for, such as a key, or the children of a component that does not
 * render them. Markup that waits for promises ends no process.
 */
export function drop(value: unknown): void {
  if (typeof value !== "object" || value === null || value instanceof Html || value instanceof PendingHtml) return;
  if (Array.isArray(value)) for (const item of value) drop(item);
  else if (value instanceof Promise || value instanceof Set) abandon(value);
}
