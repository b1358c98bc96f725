import { describe, descriptionOf } from "../base/describe.js";
import { abandon } from "../base/promises.js";
import { isUrl } from "../expressions/url.js";

/**
 * The text of an attribute's value that is no string.
 *
 * @throws TypeError for values that have no text
 */
export function plainText(value: unknown, name: string, tag: string): string {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (isUrl(value) && value.href !== undefined) return value.href;
  abandon(value);
  throw new TypeError(`<${tag} ${name}> cannot be ${describe(value)}: ${remedyFor(value, name)}.`);
}

/**
 * What to write in place of a value that an attribute cannot have.
 *
 * @param part the one of its classes or declarations that the value is for
 */
export function remedyFor(value: unknown, name: string, part?: string): string {
  const { inBrowser } = descriptionOf(value) ?? {};
  if (inBrowser !== undefined) return `the browser has the value; write ${datastarFor(name, inBrowser, part)}`;
  if (name === "ref") return "there is no element on the server; data-ref names a signal that holds it";
  if (name === "dangerouslySetInnerHTML") return "pass the markup as a child, through raw()";
  if (typeof value === "function" && /^on/i.test(name)) {
    return `functions do not reach the browser; use data-on:${name.slice(2).toLowerCase()}`;
  }
  if (typeof value === "function") return "call it first";
  if (value instanceof Promise) return "await it first";
  if (value instanceof Date) return "format it first, as with toISOString()";
  if (value instanceof URL) return "pass its href";
  if (part !== undefined) return "pass text or a number";
  return name === "class" || name === "style" ? "pass text, or an object" : "pass text, data through JSON.stringify()";
}

/** The attribute of Datastar that takes what a plain one cannot. */
export function datastarFor(name: string, value: string, part: string | undefined): string {
  if (name === "class" || name === "style") {
    const key = JSON.stringify(part ?? "…");
    return `data-${name}={{ ${key}: ${value} }}`;
  }
  if (/^on/i.test(name)) return `data-on:${name.slice(2).toLowerCase()}={${value}}`;
  if (name === "value") return `data-bind={${value}}`;
  // HTML would fold them.
  if (/[A-Z]/.test(name)) return `data-attr={{ ${name}: ${value} }}`;
  return `data-attr:${name}={${value}}`;
}
