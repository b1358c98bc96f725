import { attributePrefix } from "../base/client.js";

/**
 * Directives of a Content-Security-Policy by their names, each with its sources: `{ "img-src": "'self' data:" }`.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Content-Security-Policy
 */
export interface PolicyDirectives {
  readonly [directive: string]: string | undefined;
}

/**
 * A number that is used once, for a Content-Security-Policy: 128 random bits.
 *
 * @see https://w3c.github.io/webappsec-csp/#security-nonces
 */
export function createNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

/**
 * The text of a Content-Security-Policy under which a page of Datastar works, and no script that is not the server's:
 *
 * ```ts
 * contentSecurityPolicy("r4nd0m", { "img-src": "'self'" })
 * // "script-src 'nonce-r4nd0m'; object-src 'none'; base-uri 'none'; img-src 'self'"
 * ```
 *
 * The client compiles expressions. If it knows `<html data-nonce>`, it does so under that nonce;
 * older ones need `'unsafe-eval'` in `script-src`, and `nonce` in each script that the server sends.
 *
 * @param directives more directives, or others in place of these; `undefined` leaves one out
 * @throws TypeError for a nonce or directives that the header cannot carry
 */
export function contentSecurityPolicy(nonce: string, directives: PolicyDirectives = {}): string {
  const all: PolicyDirectives = {
    "script-src": `'nonce-${checkNonce(nonce)}'`,
    "object-src": "'none'",
    "base-uri": "'none'",
    ...directives,
  };
  return Object.entries(all)
    .flatMap(([name, sources]) => (sources === undefined ? [] : directive(name, sources)))
    .join("; ");
}

function directive(name: string, sources: string): string {
  if (!/^[a-z-]+$/.test(name)) throw new TypeError(`${JSON.stringify(name)} is no directive of a policy.`);
  if (/[;,\r\n]/.test(sources))
    throw new TypeError(`The sources of ${name} cannot have ${JSON.stringify(sources)}: it would end the directive.`);
  return `${name} ${sources}`.trimEnd();
}

/** @throws TypeError for what is no nonce; the client would not start with an empty one */
export function checkNonce(nonce: unknown): string {
  if (typeof nonce === "string" && /^[\w+/-]+={0,2}$/.test(nonce)) return nonce;
  throw new TypeError(
    `A nonce is text in Base64, not ${typeof nonce === "string" ? JSON.stringify(nonce) : `a ${typeof nonce}`}: createNonce() makes one.`,
  );
}

/**
 * Tells the client the nonce: it compiles expressions and runs scripts under that, and takes the attribute away.
 *
 * @param page the markup of a page, without its doctype
 * @throws TypeError for markup that does not begin with `<html>`
 */
export function withNonce(page: string, nonce: string): string {
  const [start] = /^<html(?=[\s>])/i.exec(page) ?? [];
  if (start === undefined) throw new TypeError("A page with a nonce needs <html> as its only root: it goes there.");
  return `${start} ${attributePrefix()}nonce="${nonce}"${page.slice(start.length)}`;
}
