import { toHtml } from "./children.js";
import { describe } from "./describe.js";
import { type Props, renderElement } from "./element.js";
import type { Html } from "./html.js";
import type { Child } from "./types.js";

export type { GlobalAttributes } from "./elements.js";
export { Html } from "./html.js";
export type { JSX } from "./jsx.js";
export { jsxAttr, jsxEscape, jsxTemplate } from "./precompiled.js";
export { raw } from "./raw.js";
export type { Child, ClassValue, StyleValue, UrlValue } from "./types.js";

/** A function from props to what it renders, which may be a promise. */
export type Component<P = object> = (props: P) => Child;

/**
 * Renders an element or a component. Called by the code that TSX compiles to (`"jsx": "react-jsx"`).
 *
 * @throws TypeError for names, attribute values and children that HTML cannot carry
 */
export function jsx(type: string | ((props: never) => Child), props: Props | null, _key?: unknown): Html | Promise<Html> {
  // Deno's transform passes null for none.
  const given = props ?? {};
  if (typeof type === "string") return renderElement(type, given);
  if (typeof type !== "function") {
    throw new TypeError(`A component is ${describe(type)}: check its export and its import.`);
  }
  return toHtml((type as (props: Props) => Child)(given), type);
}

/** Like {@link jsx}; the transform calls it for several children. */
export const jsxs = jsx;

/** Renders its children without an element around them: `<>…</>`. */
export function Fragment(props: { readonly children?: Child }): Html | Promise<Html> {
  return toHtml(props.children, "A fragment");
}
