// What compiled TSX calls. The compiler writes these calls; nobody else should.
import { renderAttribute } from "./attribute.js";
import { handled, type Markup, renderChild } from "./children.js";
import { escapeAttribute, escapeText } from "./escape.js";
import { Html } from "./html.js";
import { jsx } from "./index.js";
import { isScriptUrl } from "./script-url.js";

export { Html, jsx, renderAttribute as anyAttribute };

/** Markup as the value of a TSX expression. */
export function html(markup: Markup): Html | Promise<Html> {
  return typeof markup === "string" ? new Html(markup) : markup;
}

/** Fills a template in once all that goes into it is there. */
export function later(values: readonly Markup[], template: (...texts: string[]) => Markup): Promise<Html> {
  return handled(Promise.all(values).then((texts) => html(template(...texts.map(String)))));
}

/** Renders a child. */
export function child(value: unknown, parent: string): Markup {
  if (typeof value === "string") return escapeText(value);
  return value instanceof Html ? value.html : slowly(renderChild(value, parent));
}

/** Renders a component, or an element that the compiler leaves to the runtime. */
export function component(type: Parameters<typeof jsx>[0], props: Parameters<typeof jsx>[1]): Markup {
  if (typeof type !== "function") return child(jsx(type, props), "");
  const value = (type as (props: unknown) => unknown)(props);
  return value instanceof Html ? value.html : slowly(renderChild(value, type));
}

/** A promise may fail while its siblings render, and keep others from waiting for it. */
function slowly(markup: Markup): Markup {
  return typeof markup === "string" ? markup : handled(markup);
}

/** Renders a value in a template literal that is a child. */
export function textPart(value: unknown): string {
  return typeof value === "number" ? String(value) : escapeText(`${value as string}`);
}

/** Renders a value in a template literal that is an attribute. */
export function attributePart(value: unknown): string {
  return typeof value === "number" ? String(value) : escapeAttribute(`${value as string}`);
}

/**
 * Renders an attribute whose value is text.
 *
 * @param open its name, and what stands around it: ` title="`
 */
export function textAttribute(open: string, value: unknown, name: string, tag: string): string {
  return typeof value === "number" ? `${open}${value}"` : stringAttribute(open, value, name, tag);
}

/** Renders an attribute whose value is text, or something else that no number is, like classes. */
export function stringAttribute(open: string, value: unknown, name: string, tag: string): string {
  if (typeof value === "string") return `${open}${escapeAttribute(value)}"`;
  return value === undefined || value === null || value === false ? "" : renderAttribute(name, value, tag);
}

/** Renders an attribute whose value is a URL. */
export function urlAttribute(open: string, value: unknown, name: string, tag: string): string {
  return typeof value === "string" && !isScriptUrl(value) ? `${open}${escapeAttribute(value)}"` : renderAttribute(name, value, tag);
}
