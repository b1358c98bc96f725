import { isSentByDatastar } from "../base/datastar-request.js";
import { shownValue } from "../base/describe.js";
import { RequestError } from "./request-error.js";

/** What is asked of a request to know which page has sent it. */
export interface Provenance {
  readonly method: string;
  /** Where the browser believes it has sent it to: the value of `Host`. */
  readonly host: string | undefined;
  header(name: string): string | undefined;
}

/** These change nothing, and links from anywhere lead to them. */
const safeMethods: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/**
 * Refuses what a page of another origin has made the browser send, with the cookies of its user.
 *
 * Browsers say in `Sec-Fetch-Site` where a request comes from; over plain HTTP and in old ones, `Origin` does, and is
 * compared with `Host`. Neither can be set by a page, and what is no browser sends neither. Forwarding headers do not
 * count: anybody can send them.
 *
 * @param origins those that may send as well
 * @throws RequestError with status 403
 * @see https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function checkProvenance(request: Provenance, origins: readonly string[] | "any"): void {
  if (origins === "any" || safeMethods.includes(request.method)) return;
  const origin = request.header("origin");
  if (origin !== undefined && origins.includes(origin)) return;
  const site = request.header("sec-fetch-site");
  if (site === undefined ? isOwn(request, origin) : site === "same-origin" || site === "none") return;
  throw new RequestError(
    403,
    `A page of ${origin === undefined || origin === "null" ? "another origin" : origin} may not send this. ` +
      "An origin that may is named in the option `origins`.",
  );
}

function isOwn({ host, header }: Provenance, origin: string | undefined): boolean {
  if (origin === undefined || hostOf(origin) === hostOf(`${origin.split(":", 1)[0]}://${host}`)) return true;
  // A proxy may have changed `Host`. This header, a page can only send to its own origin, or where CORS allows it.
  return isSentByDatastar(header("datastar-request"));
}

/** The host, without a port that goes without saying; of what is no URL, something that nothing equals. */
function hostOf(url: string): string | symbol {
  return URL.canParse(url) ? new URL(url).host : Symbol();
}

/** @throws TypeError for what is no origin as browsers send it */
export function checkOrigins(origins: readonly string[] | "any"): readonly string[] | "any" {
  if (origins === "any") return origins;
  if (!Array.isArray(origins)) throw new TypeError(`origins is a list, or "any", not ${shownValue(origins)}.`);
  for (const origin of origins) {
    const canonical = originOf(origin) ?? "https://example.com";
    // A URL may have a host with these in it; a browser has no such origin, and so none would ever be found.
    const isPattern = /[*,]/.test(origin);
    if (canonical === origin && !isPattern) continue;
    const remedy = isPattern ? 'each one out, such as "https://example.com"' : JSON.stringify(canonical);
    throw new TypeError(`origins has ${JSON.stringify(origin)}, which is no origin: write ${remedy}.`);
  }
  return origins;
}

/** As browsers send it. What they call "null", which can be any page, is none. */
function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { origin, protocol, host } = new URL(text);
  if (origin !== "null") return origin;
  // Of a scheme that `URL` does not know, as those of extensions and of web views in apps.
  return host === "" ? undefined : `${protocol}//${host}`;
}
