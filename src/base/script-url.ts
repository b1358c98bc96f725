/** How URLs stand in a value: as all of it, or with semicolons between several. */
export type UrlsIn = "one" | "list";

/**
 * Whether a browser would run a URL as code. URL parsers skip spaces and control characters before a scheme, and line
 * breaks and tabs within it.
 */
export function isScriptUrl(url: string): boolean {
  // Most begin with a slash or another letter.
  const first = url.charCodeAt(0);
  return (first <= 32 || first === 74 || first === 106) && /^[\0-\x20]*javascript:/i.test(url.replace(/[\t\n\r]/g, ""));
}

/** Whether a browser would run a value as code, or a part of it. */
export function runsAsCode(value: string, urls: UrlsIn): boolean {
  return urls === "list" ? value.split(";").some(isScriptUrl) : isScriptUrl(value);
}

/** Whether a text may be the beginning of such a URL. */
export function startsScriptUrl(text: string): boolean {
  return "javascript:".startsWith(text.replace(/^[\0-\x20]+|[\t\n\r]/g, "").toLowerCase());
}

/**
 * A value in which the URLs that a browser would run as code stand behind a scheme that none knows: nothing happens
 * when they are followed. One such URL in somebody's data must not take
 * the page down for everybody, so that it is reported, once for each place, and not thrown; in development `checkUrl`
 * throws.
 *
 * @param where the attribute or function that takes the value
 */
export function inertUrls(value: string, urls: UrlsIn, where: string): string {
  if (!runsAsCode(value, urls)) return value;
  reportOnce(where, value);
  return urls === "list" ? value.split(";").map(inert).join(";") : inert(value);
}

function inert(url: string): string {
  return isScriptUrl(url) ? `unsafe:${url}` : url;
}

const limit = 1000;
const reported = new Set<string>();

function reportOnce(where: string, value: string): void {
  if (reported.has(where) || reported.size >= limit) return;
  reported.add(where);
  const shown = JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
  console.error(
    `${where} got a javascript: URL, ${shown}, and made it inert. Check URLs that come from data; for code use data-on:click.`,
  );
}
