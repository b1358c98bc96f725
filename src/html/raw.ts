import { describe } from "../base/describe.js";
import { abandon } from "../base/promises.js";
import { stringOf } from "../base/string-object.js";
import { Html } from "./html.js";
import { PendingHtml } from "./pending-html.js";

/**
 * Takes a string as markup, unescaped: the one escape hatch. Never pass it anything a user wrote. It also takes what
 * components of @kitajs/html and the `html` of hono/html return, which are strings.
 *
 * @throws TypeError for anything but a string
 */
export function raw(html: string): Html;
export function raw(html: Promise<string>): Promise<Html>;
export function raw(html: string | Promise<string>): Html | Promise<Html>;
export function raw(html: string | Promise<string>): Html | Promise<Html> {
  return html instanceof Promise ? PendingHtml.of(html, markupOf) : new Html(markupOf(html));
}

function markupOf(html: unknown): string {
  const text = stringOf(html);
  if (text !== undefined) return text;
  abandon(html);
  throw new TypeError(`raw() takes a string of HTML, not ${describe(html)}.`);
}
