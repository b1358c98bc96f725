import { abandon } from "../base/promises.js";
import { type Computed, get } from "../expressions/actions.js";
import type { GlobalAttributes } from "../generated/elements.js";
import { toHtml } from "../html/children.js";
import { drop } from "../html/drop.js";
import type { Props } from "../html/element.js";
import type { Html } from "../html/html.js";
import type { Child } from "../html/types.js";
import { renderMade } from "../jsx/deferred-html.js";
import { declareElement, type MadeElement } from "../jsx/element-component.js";
import type { JSX } from "../jsx/namespace.js";

/** Props of {@link Defer}; the others are attributes of its element. */
export interface DeferProps extends Omit<GlobalAttributes, "id" | "children"> {
  /** By this the part finds its place in the page. */
  readonly id: string;
  /** What the page shows until the part is there. */
  readonly placeholder: Child;
  /** What is shown in its place when the part has failed; a function gets the error. */
  readonly error: Child | ((error: unknown) => Child);
  /**
   * Makes the part, when it is patched.
   *
   * @param signal aborted when the client goes away: for `fetch`, or a query of a database
   */
  readonly children: (signal: AbortSignal) => Child;
  /** Its element. Default: `div`. */
  readonly as?: keyof JSX.IntrinsicElements | undefined;
  /** Where the placeholder asks for the part by itself. Default: a stream of the page brings it. */
  readonly src?: Computed<string> | undefined;
  /** When the placeholder asks for it: at once (the default), or when it comes into view. */
  readonly loading?: "eager" | "lazy" | undefined;
}

/**
 * A part of a page that takes its time. In a page it shows its placeholder; patched by itself, what it becomes. It is
 * declared once, in a component, and used in both places:
 *
 * ```tsx
 * const Sales = () => (
 *   <Defer id="sales" placeholder={<Skeleton />} error={<p>No figures today.</p>}>
 *     {async (signal) => <Figures rows={await query("…", { signal })} />}
 *   </Defer>
 * );
 *
 * <main data-init={get("/parts")}><Sales /><News /></main>; // the page
 * stream(request, (sse) => sse.patchEach([<Sales />, <News />])); // the answer to /parts: each when it is ready
 * ```
 *
 * With `src`, the placeholder asks by itself, and `elementsResponse(<Sales />)` answers. A part that fails shows its
 * `error`, is reported to `onError`, and keeps no other from coming. When the client goes away, its `signal` is
 * aborted, and parts that have not begun never do.
 *
 * @throws TypeError without an id, and without a function that makes the part
 */
export function Defer(props: DeferProps): Html | Promise<Html> {
  return renderMade(placeholderOf(props));
}

declareElement(Defer, placeholderOf);

function placeholderOf(given: DeferProps): MadeElement {
  const { id, placeholder, error, children, as: tag = "div", src, loading, ...attributes } = given;
  if (typeof id !== "string" || id === "")
    throw new TypeError("<Defer> needs an id: by that the part finds its place in the page.");
  if (typeof children !== "function") {
    abandon(given);
    throw new TypeError(`<Defer id=${JSON.stringify(id)}> takes a function that makes the part: {() => <Part />}.`);
  }
  // Mostly nobody needs it.
  drop(error);
  const element = (more: Props): MadeElement => ({ tag, props: { id, ...attributes, ...more } });
  const request = src === undefined ? {} : { [whenAsked[loading ?? "eager"]]: get(src) };
  return {
    ...element({ "aria-busy": "true", ...request, children: placeholder }),
    later: async (context) => {
      const { signal = new AbortController().signal } = context;
      signal.throwIfAborted();
      try {
        return element({ children: await toHtml(children(signal), Defer) });
      } catch (reason) {
        // Nobody is there to see it.
        signal.throwIfAborted();
        if (context.report === undefined) console.error(reason);
        else context.report(reason);
        return element({ children: await toHtml(typeof error === "function" ? error(reason) : error, Defer) });
      }
    },
  };
}

const whenAsked = { eager: "data-init", lazy: "data-on-intersect__once" } as const;
