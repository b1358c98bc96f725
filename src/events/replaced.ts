import { rootsOf } from "../html/roots.js";
import type { DatastarEvent, ElementsEvent, SignalsEvent } from "./event.js";

/**
 * What an event replaces as a whole: the same text for a newer event says that the older one need not be sent any more.
 * `undefined` for what adds to the page or runs in it, and whenever it is not certain.
 */
export function replacedBy(event: DatastarEvent): string | undefined {
  // The client keeps the time to wait before it reconnects beyond the event.
  if (event.retry !== undefined) return undefined;
  return event.type === "datastar-patch-elements" ? elementsReplaced(event) : signalsReplaced(event);
}

const replacing: readonly string[] = ["outer", "replace", "inner", "remove"];

function elementsReplaced({ patch: { mode, selector }, namespace, elements }: ElementsEvent): string | undefined {
  // A script runs each time.
  if (!replacing.includes(mode) || /<script\b/i.test(elements)) return undefined;
  const target = selector ?? rootIds(elements, namespace !== "html");
  return target === undefined ? undefined : JSON.stringify(["elements", namespace, mode, target]);
}

/** The ids of the elements at the top, unless one has none or the markup is not plain to see through. */
function rootIds(html: string, isForeign: boolean): readonly string[] | undefined {
  const roots = rootsOf(html, isForeign);
  if (roots === undefined || roots.length === 0) return undefined;
  const ids = roots.flatMap(({ id }) => id ?? []);
  return ids.length === roots.length ? ids : undefined;
}

function signalsReplaced({ signals, onlyIfMissing }: SignalsEvent): string | undefined {
  // What fills gaps only leaves the older values in place.
  if (onlyIfMissing) return undefined;
  const paths = leafPaths(signals).map((path) => JSON.stringify(path));
  return JSON.stringify(["signals", ...paths.sort()]);
}

function leafPaths(value: unknown): string[][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[]];
  const members = Object.entries(value).filter(([, member]) => !leftOut.has(typeof member));
  // An empty object is merged, where any other value replaces what was there.
  return members.length === 0
    ? [[""]]
    : members.flatMap(([name, member]) => leafPaths(member).map((path) => [name, ...path]));
}

/** Types of values that JSON leaves out. */
const leftOut = new Set(["undefined", "function", "symbol"]);
