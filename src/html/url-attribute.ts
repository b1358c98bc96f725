import { isScriptUrl } from "./script-url.js";

// Attributes whose value a browser can follow as a link.
const links = new Set("href src action formaction xlink:href data poster cite background ping manifest".split(" "));
// Those that animate such an attribute in SVG; `values` is a list.
const animations = new Set("to from by values".split(" "));

/** What an attribute takes: one URL, several with semicolons between them, or something else. */
export function urlsOf(name: string): "one" | "list" | undefined {
  const folded = name.toLowerCase();
  if (folded === "values") return "list";
  return links.has(folded) || animations.has(folded) ? "one" : undefined;
}

/** Whether a browser would run the value of an attribute as code, or a part of it. */
export function runsAsCode(value: string, urls: "one" | "list"): boolean {
  return urls === "list" ? value.split(";").some(isScriptUrl) : isScriptUrl(value);
}

/**
 * The value of an attribute that takes URLs, with those that a browser would run as code behind a scheme that none
 * knows: nothing happens when they are followed. One such URL in somebody's data must not take the page down for
 * everybody, so that it is reported, once for each attribute, and not thrown; in development `checkUrl` throws.
 */
export function inertUrls(value: string, urls: "one" | "list", name: string, tag: string): string {
  if (!runsAsCode(value, urls)) return value;
  reportOnce(`<${tag} ${name}>`, value);
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
