import { refuseData, shown } from "./refused-data.js";

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
 * when they are followed.
 *
 * @param where the attribute or function that takes the value
 */
export function inertUrls(value: string, urls: UrlsIn, where: string): string {
  if (!runsAsCode(value, urls)) return value;
  refuseData(
    where,
    `got a javascript: URL, ${shown(value)}, and made it inert. Check URLs that come from data; for code use data-on:click.`,
  );
  return urls === "list" ? value.split(";").map(inert).join(";") : inert(value);
}

function inert(url: string): string {
  return isScriptUrl(url) ? inertUrl(url) : url;
}

const scheme = "unsafe:";

/** A URL behind a scheme that no browser knows: nothing happens when it is followed. */
export function inertUrl(url: string): string {
  return scheme + url;
}

export function isInert(url: string): boolean {
  return url.startsWith(scheme);
}
