// Literals in source that a browser would run as code if it followed them as URLs.
import { inertUrls, runsAsCode, startsScriptUrl, type UrlsIn } from "../base/script-url.js";
import { literal } from "./literal.js";
import { isCode, readTokens, type Token } from "./tokens.js";

/** Whether a literal in source is a `javascript:` URL. */
export function hasScriptLiteral(source: string, urls: UrlsIn): boolean {
  return mayHave(source) && sumsOf(readTokens(source)).some((sum) => runsAsCode(textOf(sum), urls));
}

/**
 * Source whose literals are no `javascript:` URLs any more: those that were are inert, as they are in `href`. What the
 * browser puts together of signals is not known here.
 *
 * @param where what follows the URL, for the report
 * @throws TypeError where that depends on a value that is not known yet
 */
export function inertLiterals(source: string, urls: UrlsIn, where: string): string {
  if (source.includes("\0")) refuseUnknown(source);
  if (!mayHave(source)) return source;
  const tokens = readTokens(source);
  const inert = new Map<Token, string>();
  for (const sum of sumsOf(tokens)) {
    const text = textOf(sum);
    const changed = inertUrls(text, urls, where);
    if (changed !== text) for (const token of sum) inert.set(token, literal(token === sum[0] ? changed : ""));
  }
  return inert.size === 0 ? source : tokens.map((token) => inert.get(token) ?? token.text).join("");
}

// Most URLs are paths, and the name of the scheme is in no other.
function mayHave(source: string): boolean {
  const start = source.search(/j/i);
  return (start >= 0 && source.includes(":", start)) || /\\[ux]/i.test(source);
}

/** A word is no such URL, but what it stands in may become one. */
function refuseUnknown(source: string): void {
  const texts = sumsOf(readTokens(source.replace(/\0L\d+\0/g, "'\0'"))).map(textOf);
  if (
    texts.some(
      (text) =>
        /^[^\0]*\0/.test(text) && !/^\0(?:T\d+\0)?$/.test(text) && startsScriptUrl(text.split("\0", 1)[0] ?? ""),
    )
  )
    throw new TypeError("A value that is not known yet may make a javascript: URL here.");
}

/** The strings of source; those with a `+` between them together, whatever parentheses there are. */
function sumsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sums: Token[][] = [];
  let isSum = false;
  let last: Token | undefined;
  for (const token of tokens) {
    if (!isCode(token) || token.bracket === "group") continue;
    if (isText(token)) {
      if (isSum) sums.at(-1)?.push(token);
      else sums.push([token]);
    }
    isSum = token.text === "+" && last !== undefined && isText(last);
    last = token;
  }
  return sums;
}

function isText({ kind, text }: Token): boolean {
  return kind === "string" || (kind === "template" && /^`[^]*`$/.test(text));
}

const escapes = /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|\r\n|([^]))/gi;
const characters: { readonly [escape: string]: string } = { n: "\n", r: "\r", t: "\t" };

/** What a sum of string literals evaluates to. */
function textOf(sum: readonly Token[]): string {
  return sum.map(({ text }) => text.slice(1, -1).replace(escapes, unescaped)).join("");
}

function unescaped(_: string, point?: string, unit?: string, byte?: string, other = ""): string {
  const code = point ?? unit ?? byte;
  if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10_ffff));
  return /[\n\u2028\u2029]/.test(other) ? "" : (characters[other] ?? other);
}
