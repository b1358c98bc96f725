import type { Props } from "../html/element.js";

/** What a component that is one element makes of its props. */
export type ElementOf = (props: Props) => { readonly tag: string; readonly props: Props };

const elements = new WeakMap<object, ElementOf>();

/** Has development look at the element that a component makes, as at one that is written in its place. */
export function declareElement<C extends object>(component: C, elementOf: ElementOf): C {
  elements.set(component, elementOf);
  return component;
}

/** What makes the element of a component, if it is one element. */
export function elementOf(component: object): ElementOf | undefined {
  return elements.get(component);
}
