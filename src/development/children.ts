import { isList } from "../base/list.js";
import { isThenable, itemsOf, whenReady } from "../base/promises.js";
import { isHtml } from "../html/html.js";

/**
 * Children that can be looked at twice: iterators are run and promises asked once, here, and the result renders as the
 * original would.
 */
export function stable(child: unknown): unknown {
  if (typeof child !== "object" || child === null || isHtml(child)) return child;
  if (Array.isArray(child)) return child.every(isStable) ? child : child.map(stable);
  if (isThenable(child)) return whenReady(child, stable);
  return isList(child) ? itemsOf(child).map(stable) : child;
}

function isStable(child: unknown): boolean {
  return typeof child !== "object" || child === null || isHtml(child);
}

/** Waits for all promises among stable children. */
export async function settled(child: unknown): Promise<unknown> {
  const ready = await child;
  return Array.isArray(ready) ? Promise.all(ready.map(settled)) : ready;
}
