import { describe } from "./describe.js";

/**
 * Headers as `fetch` takes them: `Headers`, pairs of names and values, or an object, in which a name may have several
 * values.
 *
 * @see https://developer.mozilla.org/docs/Web/API/Headers/Headers#init
 */
export type HeadersInput =
  | Iterable<readonly [name: string, value: string]>
  | { readonly [name: string]: string | readonly string[] | undefined };

/**
 * Headers by their names in lower case; of cookies, which cannot be joined, each by itself. A map, and not `Headers`,
 * which take ten times as long in Node.js.
 */
export type HeaderMap = Map<string, string | string[]>;

/**
 * What says how long a body is. It is said by whoever makes the body: headers that are passed on, of another answer,
 * would cut it off.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#name-message-body-length
 */
export const lengthHeaders: readonly string[] = ["content-length", "transfer-encoding"];

/**
 * The headers that are given, without those of {@link lengthHeaders}.
 *
 * @throws TypeError for names and values that HTTP cannot carry
 */
export function toHeaderMap(input: HeadersInput = {}): HeaderMap {
  const headers: HeaderMap = new Map();
  for (const entry of entriesOf(input)) {
    // Text would be taken apart into its characters.
    if (typeof entry === "string") throw notHeaders(`a list with ${JSON.stringify(entry)} in it`);
    const [name, values] = entry;
    for (const value of [values ?? []].flat()) append(headers, checkName(name).toLowerCase(), checkValue(name, value));
  }
  for (const name of lengthHeaders) headers.delete(name);
  return headers;
}

type Entry = readonly [name: string, values: string | readonly string[] | undefined];

function entriesOf(input: HeadersInput): Iterable<Entry | string> {
  // Where types are not checked, it may be anything.
  if (typeof input !== "object" || input === null) throw notHeaders(describe(input));
  return Symbol.iterator in input ? input : Object.entries(input);
}

const notHeaders = (what: string): TypeError =>
  new TypeError(`headers must be Headers, an object, or pairs of names and values, not ${what}.`);

function append(headers: HeaderMap, name: string, value: string): void {
  const before = headers.get(name) ?? [];
  if (name === "set-cookie") headers.set(name, [...before, value]);
  else headers.set(name, typeof before === "string" ? `${before}, ${value}` : value);
}

/** The headers as `fetch` takes them. */
export function toHeaders(headers: HeaderMap): Headers {
  return new Headers(
    Array.from(headers).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value])),
  );
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
function checkName(name: string): string {
  if (/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return name;
  throw new TypeError(`${JSON.stringify(name)} cannot be the name of a header.`);
}

// Checked here, since not every runtime refuses all of it, and none says which header it was.
function checkValue(name: string, value: unknown): string {
  if (typeof value !== "string")
    throw new TypeError(`The header "${name}" must be a string, not ${value === null ? "null" : `a ${typeof value}`}.`);
  const [wrong] = /[^\t\x20-\x7e\x80-\xff]/u.exec(value) ?? [];
  if (wrong === undefined) return value;
  throw new TypeError(
    `The header "${name}" has ${JSON.stringify(wrong)} in it: headers carry Latin-1 without line breaks. ` +
      "Encode the value, for instance with encodeURIComponent().",
  );
}
