import { whenReady } from "./children.js";
import type { Props } from "./element.js";
import type { Html } from "./html.js";
import { jsx } from "./index.js";
import type { Child } from "./types.js";

export { Fragment } from "./index.js";
export type { JSX } from "./jsx.js";

/** Where an element stands in the source. */
export interface Source {
  readonly fileName: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

const located = new WeakSet<Error>();

/** Like `jsx`, for `"jsx": "react-jsxdev"`: its errors tell where the element stands. */
export function jsxDEV(
  type: string | ((props: never) => Child),
  props: Props,
  key?: unknown,
  _isStatic?: boolean,
  source?: Source,
): Html | Promise<Html> {
  try {
    const html = jsx(type, props, key);
    return html instanceof Promise ? whenReady(html.catch((error: unknown) => Promise.reject(locate(error, source))), (html) => html) : html;
  } catch (error) {
    throw locate(error, source);
  }
}

/** Adds the place of the innermost element to the message of an error. */
function locate(error: unknown, source: Source | undefined): unknown {
  if (source !== undefined && error instanceof Error && !located.has(error)) {
    located.add(error);
    // Not an assignment: a DOMException, such as an aborted fetch throws, inherits a message that is read-only.
    const message = `${error.message}\n    at ${source.fileName}:${source.lineNumber}:${source.columnNumber}`;
    Reflect.defineProperty(error, "message", { value: message, configurable: true, writable: true });
  }
  return error;
}
