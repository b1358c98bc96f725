import { isPlainObject } from "../base/plain-object.js";
import { plainText } from "./plain-value.js";

/** Joins class names: strings, arrays of them, and objects whose values say whether a name is there. */
export function classText(value: unknown, name: string, tag: string): string | undefined {
  return classNames(value, name, tag).join(" ") || undefined;
}

function classNames(value: unknown, name: string, tag: string): string[] {
  if (!value || value === true) return [];
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => classNames(item, name, tag));
  if (isPlainObject(value)) return Object.keys(value).filter((className) => className && value[className]);
  return [plainText(value, name, tag)];
}
