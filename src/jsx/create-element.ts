import type { Props } from "../html/element.js";
import type { Html } from "../html/html.js";
import type { Child } from "../html/types.js";
import { jsx } from "./jsx.js";

/**
 * Renders an element or a component. TypeScript, esbuild and others call it in place of `jsx` for one case: a `key`
 * behind a spread, `<li {...props} key={id}>`.
 *
 * @param children take precedence over `props.children`
 * @throws TypeError for names, attribute values and children that HTML cannot carry
 */
export function createElement(
  type: string | ((props: never) => Child),
  props: Props | null,
  ...children: readonly Child[]
): Html | Promise<Html> {
  // In development the last two tell about the place in the source.
  const { __self, __source, key, ...given } = props ?? {};
  if (children.length === 0) return jsx(type, given, key);
  return jsx(type, { ...given, children: children.length === 1 ? children[0] : children }, key);
}
