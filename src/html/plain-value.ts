import { describe } from "../base/describe.js";
import { abandon } from "../base/promises.js";
import { isUrl } from "../expressions/url.js";

/**
 * The text of an attribute's value that is no string.
 *
 * @throws TypeError for values that have no text
 */
export function plainText(value: unknown, name: string, tag: string): string {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (isUrl(value)) {
    if (value.href !== undefined) return value.href;
    throw new TypeError(`<${tag} ${name}> is a URL with signals in it: use data-attr:${name}.`);
  }
  abandon(value);
  throw new TypeError(`<${tag} ${name}> cannot be ${describe(value)}: ${remedyFor(value, name)}`);
}

function remedyFor(value: unknown, name: string): string {
  if (name === "ref") return "there is no element on the server; data-ref names a signal that holds it.";
  if (name === "dangerouslySetInnerHTML") return "pass the markup as a child, through raw().";
  if (typeof value === "function") {
    return /^on/i.test(name)
      ? `functions do not reach the browser; use data-on:${name.slice(2).toLowerCase()}.`
      : "call it first.";
  }
  if (value instanceof Promise) return "await it first.";
  if (value instanceof Date) return "format it first, as with toISOString().";
  if (value instanceof URL) return "pass its href.";
  return "pass text, data through JSON.stringify().";
}
