import { flag, singleLine, type EventOptions } from "./event-options.js";

/** How elements are put into the page. @see https://data-star.dev/reference/sse_events#datastar-patch-elements */
export type ElementPatchMode = "outer" | "inner" | "replace" | "prepend" | "append" | "before" | "after" | "remove";

/** The namespace in which elements are created. */
export type Namespace = "html" | "svg" | "mathml";

interface ElementsOptions extends EventOptions {
  /**
   * Default: that of the first element: `svg` or `mathml` for what only SVG or MathML has, such as `<circle>`; else
   * `html`. An `<a>`, `<title>`, `<style>` or `<script>` of an image needs it said.
   */
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

/** Where and how elements go: the options of a patch that have been checked. */
export interface ElementsPatch {
  readonly selector: string | undefined;
  readonly mode: ElementPatchMode;
  /** Without it, that of the elements. */
  readonly namespace: Namespace | undefined;
  readonly useViewTransition: boolean;
  readonly viewTransitionSelector: string | undefined;
}

/** A data line: its name, and a text that may span lines. */
export type DataLine = readonly [name: string, text: string];

/** The modes, the default first. */
export const modes: readonly string[] = ["outer", "inner", "replace", "prepend", "append", "before", "after", "remove"];
export const namespaces: readonly string[] = ["html", "svg", "mathml"];

/**
 * Reads the options of a patch.
 *
 * @throws TypeError for what only the browser would otherwise report
 */
export function elementsPatch(options: PatchElementsOptions): ElementsPatch {
  const { selector, mode = "outer", namespace, useViewTransition, viewTransitionSelector } = options;
  if (!modes.includes(mode))
    throw new TypeError(`mode must be one of ${modes.join(", ")}, not ${JSON.stringify(mode)}.`);
  if (namespace !== undefined && !namespaces.includes(namespace)) {
    throw new TypeError(`namespace must be one of ${namespaces.join(", ")}, not ${JSON.stringify(namespace)}.`);
  }
  if (selector === undefined && mode !== "outer" && mode !== "replace") {
    throw new TypeError(`mode "${mode}" needs a selector: the client refuses it without one.`);
  }
  return {
    selector: checkSelector("selector", selector),
    mode,
    namespace,
    useViewTransition: flag("useViewTransition", useViewTransition),
    viewTransitionSelector: checkSelector("viewTransitionSelector", viewTransitionSelector),
  };
}

/** A patch as the client reads it, with its defaults left out. */
export function patchLines(patch: ElementsPatch, namespace: Namespace): readonly DataLine[] {
  const { selector, mode, useViewTransition, viewTransitionSelector } = patch;
  const lines: DataLine[] = [];
  if (selector !== undefined) lines.push(["selector", selector]);
  if (mode !== "outer") lines.push(["mode", mode]);
  if (namespace !== "html") lines.push(["namespace", namespace]);
  if (useViewTransition) lines.push(["useViewTransition", "true"]);
  if (viewTransitionSelector !== undefined) lines.push(["viewTransitionSelector", viewTransitionSelector]);
  return lines;
}

function checkSelector(name: string, selector: string | undefined): string | undefined {
  if (selector === undefined) return selector;
  if (singleLine(name, selector).trim() === "") {
    throw new TypeError(`${name} is empty: leave it out, or say what to select.`);
  }
  // Few selectors have anything like it, and then mostly where it is no mistake.
  if (!nameless.test(selector)) return selector;
  const [wrong, mark, rest] = nameless.exec(selector.replace(escapedOrQuoted, "x")) ?? [];
  if (wrong === undefined) return selector;
  const remedy = rest === "" ? `write a name behind ${mark}` : `write [${mark === "#" ? "id" : "class~"}="${rest}"]`;
  throw new TypeError(`${name} ${JSON.stringify(selector)}: in CSS, ${wrong} names nothing; ${remedy}.`);
}

// What a selector says in attributes, in quotes and behind a backslash.
const escapedOrQuoted = /\\.|\[[^\]]*\]|"[^"]*"|'[^']*'/g;
/** An id or a class without a name: none begins with a digit. https://drafts.csswg.org/css-syntax-3/#ident-token-diagram */
const nameless = /([#.])(?![A-Za-z_-]|[^\0-\x7f])(\d[\w-]*|)/;
