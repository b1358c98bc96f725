import type { Props } from "../html/element.js";
import type { PatchContext } from "../html/html.js";

/** An element that a component makes. */
export interface MadeElement {
  readonly tag: string;
  readonly props: Props;
  /** What takes its place when it is patched by itself, of one that shows a placeholder in a page. */
  readonly later?: ((context: PatchContext) => Promise<MadeElement>) | undefined;
}

/** What a component that is one element makes of its props. */
export type ElementOf = (props: Props) => MadeElement;

const elements = new WeakMap<object, ElementOf>();

/** Has development look at the element that a component makes, as at one that is written in its place. */
export function declareElement<C extends (props: never) => unknown>(
  component: C,
  elementOf: (props: Parameters<C>[0]) => MadeElement,
): C {
  elements.set(component, elementOf as ElementOf);
  return component;
}

/** What makes the element of a component, if it is one element. */
export function elementOf(component: object): ElementOf | undefined {
  return elements.get(component);
}
