import { isUrl } from "../expressions/url.js";
import { runsAsCode, urlsOf } from "../html/url-attribute.js";
import { type Diagnostic, error } from "./diagnostic.js";

const none: readonly never[] = [];

/** Checks the value of an attribute that a browser follows as a URL. */
export function checkUrl(name: string, value: unknown): readonly Diagnostic[] {
  const text = isUrl(value) ? value.href : value;
  const urls = typeof text === "string" ? urlsOf(name) : undefined;
  if (urls === undefined || typeof text !== "string" || !runsAsCode(text, urls)) return none;
  return [error("script-url", `${name}: a javascript: URL runs as code; use data-on:click for code of your own.`)];
}
