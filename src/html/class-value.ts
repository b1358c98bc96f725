import { ownOnly } from "../base/own-only.js";
import { isPlainObject } from "../base/plain-object.js";
import { explainDepth } from "../base/too-deep.js";
import { plainText } from "./plain-value.js";

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
    if (names[className] && className) classes = withClass(classes, className);
  }
  return classes;
}

function withClass(classes: string, className: string): string {
  return classes === "" ? className : `${classes} ${className}`;
}
