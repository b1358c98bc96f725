// What TSX compiles to in development, with `"jsx": "react-jsxdev"`: Datastar's attributes are checked besides.
import { checkElement } from "../development/check-element.js";
import type { Source } from "../development/report.js";
import { datastarOnly } from "./datastar-props.js";
import { jsx, jsxs } from "./jsx-runtime.js";

export { configureDiagnostics, DiagnosticError, type Finding } from "../development/report.js";
export { Fragment } from "./jsx-runtime.js";

/** Like `jsx` and `jsxs`; what the Datastar client would refuse throws, with the place of the element. */
export function jsxDEV(
  name: Parameters<typeof jsx>[0],
  props: Parameters<typeof jsx>[1],
  _key?: unknown,
  isStatic?: boolean,
  source?: Source,
): JSX.Element {
  if (typeof name === "string") checkElement(name, datastarOnly(name, props), source);
  const { children } = props;
  return isStatic === true && Array.isArray(children) ? jsxs(name, { ...props, children }) : jsx(name, props);
}
