import { isPlainObject } from "./plain-object.js";

/** Whether an engine says that its stack is full: that, and not what is nested so deep. */
export function isStackFull(error: unknown): error is RangeError {
  return error instanceof RangeError && error.message.startsWith("Maximum call stack");
}

/**
 * Names the culprit in the error of a full stack. Other errors stay as they are.
 *
 * @param culprit what has the value: `<p class> has a value`
 * @returns whether it was such an error
 */
export function explainDepth(error: unknown, culprit: string, value: unknown): boolean {
  if (!isStackFull(error)) return false;
  const path = pathToItself(value);
  error.message = `${culprit} that ${path === undefined ? "is nested deeper than the stack is" : `contains itself, at "${path}": leave that out`}.`;
  return true;
}

/** Where a value contains itself, as a dotted path. */
function pathToItself(value: unknown): string | undefined {
  try {
    return find(value, new Set(), new Set());
  } catch {
    // It does not before this stack is full, too.
    return undefined;
  }
}

function find(value: unknown, around: Set<unknown>, seen: Set<unknown>): string | undefined {
  if (around.has(value)) return "";
  if (seen.has(value) || !(Array.isArray(value) || isPlainObject(value))) return undefined;
  seen.add(value);
  around.add(value);
  for (const [name, item] of Object.entries(value)) {
    const path = find(item, around, seen);
    if (path !== undefined) return path === "" ? name : `${name}.${path}`;
  }
  around.delete(value);
  return undefined;
}
