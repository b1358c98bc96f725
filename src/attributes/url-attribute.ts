import type { UrlsIn } from "../base/script-url.js";

// Attributes whose value a browser can follow as a link.
const links = new Set("href src action formaction xlink:href data poster cite background ping manifest".split(" "));
// Those that animate such an attribute in SVG; `values` is a list.
const animations = new Set("to from by values".split(" "));

/** What an attribute takes: one URL, several with semicolons between them, or something else. */
export function urlsOf(name: string): UrlsIn | undefined {
  const folded = name.toLowerCase();
  if (folded === "values") return "list";
  return links.has(folded) || animations.has(folded) ? "one" : undefined;
}

/** Whether an attribute takes code, or markup with code in it: what sets it decides what runs. */
export function takesCode(name: string): boolean {
  return /^(?:on[a-z]+|srcdoc)$/i.test(name);
}
