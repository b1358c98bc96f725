import { ignoreFailures } from "../base/promises.js";
import { Html } from "./html.js";
import { PendingHtml } from "./pending-html.js";

/**
 * Lets go of promises that nobody may come to wait for, such as the children of a component that does not render them.
 * Markup that waits for promises ends no process.
 */
export function drop(value: unknown): void {
  if (typeof value === "object" && value !== null && !(value instanceof Html)) dropParts(value, 0);
}

function dropParts(value: object, depth: number): void {
  if (Array.isArray(value) && depth < deepest) {
    for (const item of value) {
      if (typeof item === "object" && item !== null && !(item instanceof Html)) dropParts(item, depth + 1);
    }
  } else if (!(value instanceof PendingHtml)) ignoreFailures(value);
}

// What is nested deeper, or contains itself, takes the way that is slower and keeps no stack.
const deepest = 100;
