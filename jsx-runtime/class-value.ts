import { isLiteralObject, plainText } from "./plain-value.js";

/** Joins class names: strings, arrays of them, and objects whose values say whether a name is there. */
export function classText(value: unknown, name: string, tag: string): string | undefined {
  const names = classNames(value, name, tag).join(" ");
  return names === "" ? undefined : names;
}

function classNames(value: unknown, name: string, tag: string): string[] {
  if (!value || value === true) return [];
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => classNames(item, name, tag));
  if (isLiteralObject(value)) return Object.keys(value).filter((className) => value[className]);
  return [plainText(value, name, tag)];
}
