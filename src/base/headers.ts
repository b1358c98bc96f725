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
 * Makes `Headers` of whatever says headers.
 *
 * @throws TypeError for names and values that HTTP cannot carry
 */
export function toHeaders(input: HeadersInput = {}): Headers {
  const headers = new Headers();
  const entries: Iterable<readonly [string, string | readonly string[] | undefined]> =
    Symbol.iterator in input ? input : Object.entries(input);
  for (const [name, values] of entries)
    for (const value of [values ?? []].flat()) headers.append(checkName(name), checkValue(name, value));
  return headers;
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
