import { checkOptions, type DataLine, type EventOptions, frame, singleLine } from "./frame.js";

/** How elements are put into the page. @see https://data-star.dev/reference/sse_events#datastar-patch-elements */
export type ElementPatchMode = "outer" | "inner" | "replace" | "prepend" | "append" | "before" | "after" | "remove";

/** The namespace in which elements are created. */
export type Namespace = "html" | "svg" | "mathml";

interface ElementsOptions extends EventOptions {
  /** Default: `html`. With another one, patch a single root such as `<g>`: client 1.0.2 skips every second element. */
  readonly namespace?: Namespace | undefined;
  /** Whether to animate the change with the View Transition API. Default: `false`. */
  readonly useViewTransition?: boolean | undefined;
  /** The element whose view transition is started, if not the document's. */
  readonly viewTransitionSelector?: string | undefined;
}

/** The modes that find their targets by the ids of the elements when there is no selector. */
export type SelfTargetingMode = "outer" | "replace";

/** Options of a patch that finds its targets by ids, or by a selector. */
export interface SelfTargetingOptions extends ElementsOptions {
  readonly mode?: SelfTargetingMode | undefined;
  readonly selector?: string | undefined;
}

/** Options of a patch that needs a selector. */
export interface SelectorOptions extends ElementsOptions {
  readonly mode: Exclude<ElementPatchMode, SelfTargetingMode>;
  readonly selector: string;
}

/**
 * Options of `patchElements`. Every mode but `outer` (the default) and `replace` needs a selector.
 *
 * @see https://data-star.dev/reference/sse_events#datastar-patch-elements
 */
export type PatchElementsOptions = SelfTargetingOptions | SelectorOptions;

/** Options of `removeElements`. */
export type RemoveElementsOptions = ElementsOptions;

const modes: readonly string[] = ["outer", "inner", "replace", "prepend", "append", "before", "after", "remove"];
const namespaces: readonly string[] = ["html", "svg", "mathml"];
const commonOptions = ["namespace", "useViewTransition", "viewTransitionSelector", "eventId", "retryDuration"];

/**
 * Encodes a `datastar-patch-elements` event.
 *
 * @param elements HTML; every top-level element needs an `id` when there is no selector
 * @throws TypeError for options that the client would refuse
 * @see https://data-star.dev/reference/sse_events#datastar-patch-elements
 */
export function patchElementsFrame(elements: string, options: PatchElementsOptions = {}): string {
  if (typeof elements !== "string")
    throw new TypeError(`patchElements takes HTML, not a value of type ${typeof elements}.`);
  checkOptions(options, ["selector", "mode", ...commonOptions], "patchElements");
  const lines = targetLines(options);
  // An event that removes elements has none; an empty string in the other modes empties the target.
  if (elements !== "" || options.mode !== "remove") lines.push(["elements", elements]);
  return frame("datastar-patch-elements", lines, options);
}

/**
 * Encodes the removal of all elements that match a selector.
 *
 * @throws TypeError without a selector
 */
export function removeElementsFrame(selector: string, options: RemoveElementsOptions = {}): string {
  checkOptions(options, commonOptions, "removeElements");
  return patchElementsFrame("", { ...options, selector, mode: "remove" });
}

/** Where and how elements go, with the defaults left out. Checks what only the browser would otherwise report. */
export function targetLines(options: PatchElementsOptions): DataLine[] {
  const { selector, mode = "outer", namespace = "html", useViewTransition, viewTransitionSelector } = options;
  if (!modes.includes(mode))
    throw new TypeError(`mode must be one of ${modes.join(", ")}, not ${JSON.stringify(mode)}.`);
  if (!namespaces.includes(namespace)) {
    throw new TypeError(`namespace must be one of ${namespaces.join(", ")}, not ${JSON.stringify(namespace)}.`);
  }
  if (selector === undefined && mode !== "outer" && mode !== "replace") {
    throw new TypeError(`mode "${mode}" needs a selector: the client refuses it without one.`);
  }
  const lines: DataLine[] = [];
  if (selector !== undefined) lines.push(["selector", checkSelector("selector", selector)]);
  if (mode !== "outer") lines.push(["mode", mode]);
  if (namespace !== "html") lines.push(["namespace", namespace]);
  if (flag("useViewTransition", useViewTransition)) lines.push(["useViewTransition", "true"]);
  if (viewTransitionSelector !== undefined) {
    lines.push(["viewTransitionSelector", checkSelector("viewTransitionSelector", viewTransitionSelector)]);
  }
  return lines;
}

function checkSelector(name: string, selector: string): string {
  if (singleLine(name, selector).trim() === "")
    throw new TypeError(`${name} is empty: leave it out, or say what to select.`);
  return selector;
}

/** @throws TypeError for anything but a boolean */
export function flag(name: string, value: unknown): boolean {
  if (value === undefined || typeof value === "boolean") return value === true;
  throw new TypeError(`${name} must be true or false, not ${JSON.stringify(value)}.`);
}
