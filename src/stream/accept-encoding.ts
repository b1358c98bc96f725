const element = /^([!#$%&'*+.^_`|~\w-]+)(?:[ \t]*;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;

/**
 * The encoding that a client likes best.
 *
 * @param header `Accept-Encoding`; parts of it that are malformed are passed over
 * @param offered what the server can do, the best first
 * @returns one of `offered`, or `undefined` for none
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding
 */
export function preferredEncoding(header: string, offered: readonly string[]): string | undefined {
  const weights = new Map<string, number>();
  for (const part of header.split(",")) {
    const [, name, weight = "1"] = element.exec(part.trim()) ?? [];
    if (name !== undefined) weights.set(aliases[name.toLowerCase()] ?? name.toLowerCase(), Number(weight));
  }
  const anyOther = weights.get("*") ?? 0;
  // Nothing at all is acceptable as it is, but comes last unless the client says how much it likes it.
  let best: string | undefined;
  let highest = weights.get("identity") ?? 0;
  for (const name of offered) {
    const weight = weights.get(name) ?? anyOther;
    if (weight > highest || (weight === highest && weight > 0 && best === undefined)) {
      best = name;
      highest = weight;
    }
  }
  return best;
}

// Older names, which the standard wants taken for the same.
const aliases: { readonly [name: string]: string } = { "x-gzip": "gzip" };

/** The header `Vary` of a response that depends on `Accept-Encoding`, besides what it depends on already. */
export function varyByEncoding(vary: string | null | undefined): string {
  const names = (vary ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const known = names.some((name) => name === "*" || name.toLowerCase() === "accept-encoding");
  return (known ? names : [...names, "Accept-Encoding"]).join(", ");
}
