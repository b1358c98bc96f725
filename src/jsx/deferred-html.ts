import { Html, type PatchContext } from "../html/html.js";
import { PendingHtml } from "../html/pending-html.js";
import type { MadeElement } from "./element-component.js";
import { jsx } from "./jsx.js";

/** Markup of a placeholder, which knows what takes its place. */
export class DeferredHtml extends Html {
  // Messages name the class of a value, and should not tell of this one.
  static override readonly name = "Html";

  override readonly later: (context: PatchContext) => Promise<Html>;

  constructor(html: string, later: (context: PatchContext) => Promise<Html>) {
    super(html);
    this.later = later;
  }
}

/** Renders an element that a component has made. */
export function renderMade({ tag, props, later }: MadeElement): Html | Promise<Html> {
  const html = jsx(tag, props);
  if (later === undefined) return html;
  const deferred = ({ html }: Html): Html =>
    new DeferredHtml(html, async (context) => renderMade(await later(context)));
  return html instanceof Promise ? PendingHtml.of(html.then(deferred), String) : deferred(html);
}
