import type { IntrinsicElements as Elements } from "../generated/elements.js";
import type { Html } from "../html/html.js";
import type { Child } from "../html/types.js";

/** The types that TypeScript looks up for TSX, for this runtime only: they live beside those of other JSX libraries. */
export declare namespace JSX {
  /** What a TSX expression is: markup, or a promise of it where a component in it is asynchronous. */
  type Element = Html | Promise<Html>;
  /** What can be a component: a function of its props to anything that can be a child. */
  type ElementType = keyof IntrinsicElements | ((props: never) => Child);
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicAttributes {
    /** Accepted and ignored: there is nothing to reconcile on a server. */
    readonly key?: string | number | bigint | null | undefined;
  }
  interface IntrinsicElements extends Elements {}
}
