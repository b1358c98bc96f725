import { describe, descriptionOf } from "../base/describe.js";
import { ownOnly } from "../base/own-only.js";
import { isPlainObject } from "../base/plain-object.js";
import { abandon, isThenable } from "../base/promises.js";
import { explainDepth } from "../base/too-deep.js";
import { PendingHtml } from "./pending-html.js";
import { plainText, remedyFor } from "./plain-value.js";

/** Joins class names: strings, arrays of them, and objects whose values say whether a name is there. */
export function classText(value: unknown, name: string, tag: string): string | undefined {
  try {
    return withClasses("", value, name, tag) || undefined;
  } catch (error) {
    explainDepth(error, `<${tag} ${name}> has a value`, value);
    throw error;
  }
}

// Adds to one string, since arrays of names take several times as long.
function withClasses(classes: string, value: unknown, name: string, tag: string): string {
  if (!value || value === true) return classes;
  if (typeof value === "string") return withClass(classes, value);
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) classes = withClasses(classes, value[i], name, tag);
    return classes;
  }
  if (!isPlainObject(value)) return withClass(classes, plainText(value, name, tag));
  const names = ownOnly(value);
  for (const className in names) {
    if (isOn(names[className], className, name, tag) && className) classes = withClass(classes, className);
  }
  return classes;
}

/**
 * Whether a condition is met, as far as that is known here.
 *
 * @throws TypeError for what would always be true: a function, a promise, or what only the browser has a value of
 */
export function isOn(condition: unknown, className: string, name: string, tag: string): boolean {
  if (!condition || typeof condition === "boolean") return Boolean(condition);
  // Of a list, too, nothing but whether it is there is asked.
  abandon(condition);
  if (isKnown(condition)) return true;
  throw new TypeError(
    `<${tag} ${name}> "${className}" cannot depend on ${describe(condition)}, which is always true here: ` +
      `${remedyFor(condition, name, className)}.`,
  );
}

function isKnown(condition: unknown): boolean {
  if (typeof condition !== "object" || condition === null)
    return typeof condition !== "function" && typeof condition !== "symbol";
  // Whether there is markup is known while that waits for something.
  return condition instanceof PendingHtml || (descriptionOf(condition) === undefined && !isThenable(condition));
}

function withClass(classes: string, className: string): string {
  return classes === "" ? className : `${classes} ${className}`;
}
