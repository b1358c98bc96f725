import type { Props } from "./element.js";
import type { Html } from "./html.js";
import { jsx } from "./index.js";
import type { Child } from "./types.js";

export { Fragment } from "./index.js";
export type { JSX } from "./types.js";

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
    return jsx(type, props, key);
  } catch (error) {
    if (source !== undefined && error instanceof Error && !located.has(error)) {
      located.add(error);
      // Not an assignment: a DOMException, such as an aborted fetch throws, inherits a message that is read-only.
      const message = `${error.message}\n    at ${source.fileName}:${source.lineNumber}:${source.columnNumber}`;
      Reflect.defineProperty(error, "message", { value: message, configurable: true, writable: true });
    }
    throw error;
  }
}
