import { escapeText } from "./escape.js";
import { Html } from "./html.js";
import { type Markup, PendingHtml } from "./pending.js";

/** What a child stands in, for error messages: a tag such as `<li>`, or a component. */
export type Parent = string | ((props: never) => unknown);

/**
 * Renders whatever TSX takes as a child.
 *
 * @throws TypeError for values that have no text: plain objects, functions, symbols, dates
 */
export function renderChild(child: unknown, parent: Parent): Markup {
  if (typeof child === "string") return escapeText(child);
  if (child instanceof Html) return child.html;
  switch (typeof child) {
    case "number":
    case "bigint":
      return String(child);
    case "undefined":
    case "boolean":
      return "";
    case "object":
      if (child === null) return "";
      if (Array.isArray(child)) return renderList(child, parent);
      if (child instanceof PendingHtml) return child;
      if (isThenable(child)) return PendingHtml.of(child, renderChild, parent);
      // Bytes are iterable too, but nobody wants to see them as numbers.
      if (isIterable(child) && !ArrayBuffer.isView(child)) return renderList([...child], parent);
  }
  throw new TypeError(`${nameOfParent(parent)} cannot render ${nameOf(child)} as a child: ${remedyFor(child)}`);
}

/** Renders a child as a value of its own. */
export function toHtml(child: unknown, parent: Parent): Html | PendingHtml {
  if (child instanceof Html) return child;
  const markup = renderChild(child, parent);
  return typeof markup === "string" ? new Html(markup) : markup;
}

function renderList(children: readonly unknown[], parent: Parent): Markup {
  let html = "";
  // Markup that waits for promises, with the markup before each.
  let parts: Markup[] | undefined;
  try {
    for (let i = 0; i < children.length; i++) {
      const child: unknown = children[i];
      if (child instanceof Html) html += child.html;
      else if (typeof child === "string") html += escapeText(child);
      else {
        const part = renderChild(child, parent);
        if (typeof part === "string") html += part;
        else {
          (parts ??= []).push(html, part);
          html = "";
        }
      }
    }
  } catch (error) {
    abandon(children);
    throw error;
  }
  return parts === undefined ? html : PendingHtml.join([...parts, html]);
}

/** Lets go of children of which one was refused: promises before and behind it may fail, and nobody is to hear of it. */
export function abandon(child: unknown): void {
  if (child instanceof Promise) child.catch(() => {});
  if (Array.isArray(child)) child.forEach(abandon);
}

/**
 * Continues with a value once it is there. A failure, when an error elsewhere keeps it from being used, does not end the
 * process as an unhandled rejection; whoever awaits it still gets it.
 */
export function whenReady<T, R>(value: PromiseLike<T>, then: (value: T) => R | PromiseLike<R>): Promise<R> {
  const ready = Promise.resolve(value).then(then);
  ready.catch(() => {});
  return ready;
}

export function isThenable(value: object): value is PromiseLike<unknown> {
  return typeof Reflect.get(value, "then") === "function";
}

function isIterable(value: object): value is Iterable<unknown> {
  return typeof Reflect.get(value, Symbol.iterator) === "function";
}

function nameOfParent(parent: Parent): string {
  return typeof parent === "string" ? parent : `<${parent.name || "anonymous component"}>`;
}

/** Names a value for an error message. */
export function nameOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return `a ${typeof value}`;
  const name = value.constructor?.name;
  if (name !== undefined && name !== "Object") return `a value of class ${name}`;
  return `a plain object with ${Object.keys(value).slice(0, 3).join(", ") || "nothing"} in it`;
}

function remedyFor(value: unknown): string {
  if (typeof value === "function") return "call it, or pass it as a component: <Name />.";
  if (value instanceof Date) return "format it first, as with toISOString().";
  if (ArrayBuffer.isView(value)) return "decode it first, as with TextDecoder.";
  if (value instanceof Object && Symbol.asyncIterator in value) return "collect it into an array first.";
  return "pass text, numbers, elements or arrays of them; markup in a string goes through raw().";
}
