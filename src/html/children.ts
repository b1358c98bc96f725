import { describe, descriptionOf } from "../base/describe.js";
import { isClass } from "../base/is-class.js";
import { isList } from "../base/list.js";
import { abandon, isThenable, itemsOf } from "../base/promises.js";
import { explainDepth } from "../base/too-deep.js";
import { escapeText } from "./escape.js";
import { flattenOnce } from "./flat-text.js";
import { Html, isHtml } from "./html.js";
import { type Markup, PendingHtml } from "./pending-html.js";

/** What a child stands in, for error messages: a tag such as `<li>`, or a component. */
export type Parent = string | ((props: never) => unknown);

/**
 * Renders whatever TSX takes as a child.
 *
 * @throws TypeError for values that have no text: plain objects, functions, symbols, dates
 */
export function renderChild(child: unknown, parent: Parent): Markup {
  return simpleMarkup(child) ?? renderOther(child, parent);
}

/** The markup of what most children are, in a function that is small enough for engines to inline. */
export function simpleMarkup(child: unknown): string | undefined {
  if (typeof child === "string") return escapeText(child);
  if (child instanceof Html) return child.html;
  return typeof child === "number" ? `${child}` : undefined;
}

/** Renders any other child. */
export function renderOther(child: unknown, parent: Parent): Markup {
  if (Array.isArray(child)) return renderList(child, parent);
  if (child === null || child === undefined || typeof child === "boolean") return "";
  if (typeof child === "bigint") return String(child);
  if (typeof child === "object") {
    if (child instanceof PendingHtml) return child;
    if (child instanceof Promise) return PendingHtml.of(child, renderChild, parent);
    // Markup of another copy of the package, and promises that are not the engine's, are rarer.
    if (isHtml(child)) return child.html;
    if (isThenable(child)) return PendingHtml.of(child, renderChild, parent);
    if (isList(child)) return renderList(itemsOf(child), parent);
  }
  abandon(child);
  throw new TypeError(`${nameOfParent(parent)} cannot render ${describe(child)} as a child: ${remedyFor(child)}`);
}

/** Renders a child as a value of its own. */
export function toHtml(child: unknown, parent: Parent): Html | PendingHtml {
  if (isHtml(child)) return child;
  const markup = renderChild(child, parent);
  return typeof markup === "string" ? new Html(markup) : markup;
}

function renderList(children: readonly unknown[], parent: Parent): Markup {
  try {
    return renderItems(children, parent);
  } catch (error) {
    // Promises before and behind the child that was refused. Once for lists in lists, or data of a hundred kilobytes
    // that is one in the other would take minutes.
    abandon(children);
    explainDepth(error, `${nameOfParent(parent)} has a child`, children);
    throw error;
  }
}

function renderItems(children: readonly unknown[], parent: Parent): Markup {
  let html = "";
  let longest = 0;
  // Markup that waits for promises, with the markup before each.
  let parts: Markup[] | undefined;
  for (let i = 0; i < children.length; i++) {
    const child: unknown = children[i];
    if (child instanceof Html) {
      html += child.html;
      if (child.html.length > longest) longest = child.html.length;
    } else if (typeof child === "string") html += escapeText(child);
    else {
      const part = Array.isArray(child) ? renderItems(child, parent) : renderChild(child, parent);
      if (typeof part === "string") html += part;
      else {
        (parts ??= []).push(html, part);
        html = "";
      }
    }
  }
  return parts === undefined ? flattenOnce(html, longest) : PendingHtml.join([...parts, html]);
}

function nameOfParent(parent: Parent): string {
  return typeof parent === "string" ? parent : `<${parent.name || "anonymous component"}>`;
}

function remedyFor(value: unknown): string {
  const { inBrowser } = descriptionOf(value) ?? {};
  if (inBrowser !== undefined) return `the browser has the value; give the element data-text={${inBrowser}}.`;
  if (typeof value === "function") {
    return isClass(value) ? "a component is a function." : "call it, or pass it as a component: <Name />.";
  }
  if (value instanceof Date) return "format it first, as with toISOString().";
  if (value instanceof URL) return "pass its href.";
  if (value instanceof Error) return "pass its message, if those who read it may know.";
  if (ArrayBuffer.isView(value)) return "decode it first, as with TextDecoder.";
  if (value instanceof Object) {
    if (Symbol.asyncIterator in value) return "collect it into an array first.";
    if (typeof Reflect.get(value, Symbol.iterator) === "function")
      return "say what to render of each entry: [...entries].map(([name, value]) => …).";
    // React marks its elements with the first, hono with the second, Preact with the third.
    if ("$$typeof" in value || "isEscaped" in value || "__v" in value) {
      return 'it is an element of another JSX library; this one needs jsxImportSource "datastar-tsx".';
    }
  }
  return "pass text, numbers, elements or arrays of them; markup in a string goes through raw(), data through JSON.stringify().";
}
