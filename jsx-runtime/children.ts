import { escapeText } from "./escape.js";
import { Html } from "./html.js";

/** Markup, now or later. */
export type Markup = string | Promise<string>;

/**
 * Renders whatever TSX takes as a child.
 *
 * @param parent the element or component, for error messages
 * @throws TypeError for values that have no text: plain objects, functions, symbols, dates
 */
export function renderChild(child: unknown, parent: string): Markup {
  switch (typeof child) {
    case "string":
      return escapeText(child);
    case "number":
    case "bigint":
      return String(child);
    case "undefined":
    case "boolean":
      return "";
    case "object":
      if (child === null) return "";
      if (child instanceof Html) return child.html;
      if (Array.isArray(child)) return renderList(child, parent);
      if (isThenable(child)) return whenReady(child, (value) => renderChild(value, parent));
      // Bytes are iterable too, but nobody wants to see them as numbers.
      if (isIterable(child) && !ArrayBuffer.isView(child)) return renderList(child, parent);
  }
  throw new TypeError(`${parent} cannot render ${nameOf(child)} as a child: ${remedyFor(child)}`);
}

function renderList(children: Iterable<unknown>, parent: string): Markup {
  let html = "";
  let parts: Markup[] | undefined;
  try {
    for (const child of children) {
      const part = renderChild(child, parent);
      if (parts !== undefined) parts.push(part);
      else if (typeof part === "string") html += part;
      else parts = [html, part];
    }
  } catch (error) {
    // The promises behind the culprit will not be rendered.
    if (Array.isArray(children)) for (const child of children) if (child instanceof Promise) handled(child);
    throw error;
  }
  return parts === undefined ? html : handled(Promise.all(parts).then((texts) => texts.join("")));
}

/** Continues with a value once it is there. */
export function whenReady<T, R>(value: PromiseLike<T>, then: (value: T) => R | PromiseLike<R>): Promise<R> {
  return handled(Promise.resolve(value).then(then));
}

/**
 * Marks a promise so that its failure, when an error elsewhere keeps it from being used, does not end the process as an
 * unhandled rejection. Whoever awaits it still gets the failure.
 */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

export function isThenable(value: object): value is PromiseLike<unknown> {
  return "then" in value && typeof value.then === "function";
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value && typeof value[Symbol.iterator] === "function";
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
  if (value instanceof Date) return "format it as text first, for example with toISOString().";
  if (ArrayBuffer.isView(value)) return "decode it into text first, for example with TextDecoder.";
  if (typeof value === "symbol") return "pass its description.";
  if (typeof value === "object" && value !== null && Symbol.asyncIterator in value) return "collect it into an array first.";
  return "pass text, numbers, elements or arrays of them; markup in a string goes through raw().";
}
