import type { ParsedPattern } from "./pattern.js";

/** What a server knows of a request: a web request, or one of Node.js. */
export interface Requested {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Where Express has the whole URL: a mounted router finds the rest of it in `url`. */
  readonly originalUrl?: string | undefined;
}

/** The parameters of a request that a route has; `undefined` if it is another's. */
export function match(
  { method, isMounted, segments, queryNames }: ParsedPattern,
  { method: asked = "GET", url: rest = "/", originalUrl }: Requested,
): { readonly [name: string]: string } | undefined {
  if (asked !== method && !(asked === "HEAD" && method === "GET")) return undefined;
  const url = isMounted ? (originalUrl ?? rest) : rest;
  // What a web request has is an address, and what one of Node.js has begins with the path.
  const [, path = "", query = ""] = /^(?:[a-z][a-z\d+.-]*:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i.exec(url) ?? [];
  const given = path.slice(1).split("/");
  if (!path.startsWith("/") || given.length !== segments.length) return undefined;
  const found: { [name: string]: string } = {};
  for (const [i, { text, isName }] of segments.entries()) {
    const value = decoded(given[i] ?? "");
    if (isName ? value === undefined || value === "" : value !== text) return undefined;
    if (isName && value !== undefined) found[text] = value;
  }
  const parameters = queryNames.length === 0 ? undefined : new URLSearchParams(query);
  for (const name of queryNames) {
    const value = parameters?.get(name);
    if (value !== undefined && value !== null) found[name] = value;
  }
  return found;
}

/** `undefined` for what is not encoded as it should be. */
function decoded(text: string): string | undefined {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
