import { describe } from "../base/describe.js";
import { abandon } from "../base/promises.js";
import { isInert, isScriptUrl } from "../base/script-url.js";
import { isUrl, type Url } from "../expressions/url.js";

/** A URL to send a browser to. */
export type TargetUrl = string | URL | Url;

/**
 * The text of a URL that a browser is sent to.
 *
 * @param method who takes it, for the error message
 * @throws TypeError for what is no URL of the server, and for one that runs as code
 */
export function targetUrl(url: TargetUrl, method: string): string {
  const text = typeof url === "string" ? url : isUrl(url) ? url.href : url instanceof URL ? url.href : undefined;
  if (text === undefined) {
    abandon(url);
    throw new TypeError(`${method} takes a URL: text, or url\`…\` of values of the server; not ${describe(url)}.`);
  }
  if (isScriptUrl(text)) throw new TypeError(`${method} refuses a javascript: URL; use executeScript for code.`);
  if (isInert(text)) throw new TypeError(`${method} refuses ${JSON.stringify(text)}, which was made inert.`);
  return text;
}
