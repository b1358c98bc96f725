import { describe } from "../base/describe.js";
import { isClass } from "../base/is-class.js";
import { abandon } from "../base/promises.js";
import { isStackFull } from "../base/too-deep.js";
import { toHtml } from "../html/children.js";
import { drop } from "../html/drop.js";
import { type Props, renderElement } from "../html/element.js";
import type { Html } from "../html/html.js";
import type { Child } from "../html/types.js";

/** A function from props to what it renders, which may be a promise. */
export type Component<P = object> = (props: P) => Child;

/**
 * Renders an element or a component. Called by the code that TSX compiles to (`"jsx": "react-jsx"`).
 *
 * @throws TypeError for names, attribute values and children that HTML cannot carry
 */
export function jsx(
  type: string | ((props: never) => Child),
  props: Props | null,
  key?: unknown,
): Html | Promise<Html> {
  if (typeof key === "object") abandon(key);
  // Deno's transform passes null for none.
  const given = props ?? {};
  try {
    return typeof type === "string" ? renderElement(type, given) : renderComponent(type, given);
  } catch (error) {
    throw explained(error, type, given);
  }
}

function renderComponent(type: (props: never) => Child, props: Props): Html | Promise<Html> {
  if (typeof type !== "function") throw noComponent(type, props);
  const { children } = props;
  // Fragments render them, other components need not; most have none.
  if (children !== undefined && type !== Fragment) drop(children);
  return toHtml((type as (props: Props) => Child)(props), type);
}

function noComponent(type: unknown, props: Props): TypeError {
  const names = Object.keys(props);
  // What tells it from others, since its name is not known.
  const given = names.length === 0 ? "" : ` It was given ${names.join(", ")}.`;
  return new TypeError(`A component is ${describe(type)}: check its export and its import.${given}`);
}

/** Lets go of props that an error keeps from being used, and names the component that is to blame for the error. */
function explained(error: unknown, type: string | ((props: never) => Child), props: Props): unknown {
  abandon(props);
  if (typeof type !== "function" || explainRecursion(error, type) || !isClass(type)) return error;
  const message = `<${type.name || "anonymous class"}> is a class; a component is a function of its props.`;
  return new TypeError(message, { cause: error });
}

/**
 * Names the component in the error of a full stack.
 *
 * @returns whether it was such an error. Nothing else may be asked of it then: V8 ends the process when it compiles a
 *   regular expression on a full stack.
 */
export function explainRecursion(error: unknown, type: { readonly name: string }): boolean {
  if (!isStackFull(error)) return false;
  error.message = `<${type.name}> renders itself without end, or is nested deeper than the stack is.`;
  return true;
}

/** Like {@link jsx}; the transform calls it for several children. */
export const jsxs = jsx;

/** Renders its children without an element around them: `<>…</>`. */
export function Fragment(props: { readonly children?: Child }): Html | Promise<Html> {
  return toHtml(props.children, "A fragment");
}
