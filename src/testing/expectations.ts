import { isPlainObject } from "../base/plain-object.js";
import type { ElementPatchMode } from "../events/patch-options.js";
import { type Html, isHtml } from "../html/html.js";
import { canonical, canonicalNodes } from "./canonical.js";
import { difference } from "./difference.js";
import { attributeOf, isElement, parseMarkup } from "./markup-tree.js";
import { listed, type PatchElementsEvent, type PatchSignalsEvent, type ReceivedEvent } from "./received.js";

/** What a check looks at: events, or a recorder of them. */
export type Received = ReceivedEvent | readonly ReceivedEvent[] | { readonly events: readonly ReceivedEvent[] };

/** Markup that is expected: TSX, or HTML in a string. Components that wait have to be awaited. */
export type ExpectedElements = Html | Promise<Html> | string;

/** What else is expected of a patch. */
export interface ExpectedPatch {
  readonly mode?: ElementPatchMode | undefined;
}

/** Whether events are as expected; if not, how they differ. */
export interface Outcome {
  readonly pass: boolean;
  /** What was wrong: when `pass` is true, for a test that expects it not to be so. */
  message(): string;
  readonly expected?: unknown;
  readonly actual?: unknown;
}

/**
 * The checks of what a client gets. Each passes when one of the events is as it says. `matchers` and the functions that
 * assert are made of this table.
 */
export const checks = {
  /**
   * Elements are patched.
   *
   * @param target the selector, or `#` and the id of an element without one; or the elements, which are patched by ids
   * @param elements compared by what they mean: the order of attributes and classes, comments, the way characters are
   *   written, and white space that no browser shows, do not matter
   */
  toPatchElements(
    received: Received,
    target: ExpectedElements,
    elements?: ExpectedElements,
    { mode }: ExpectedPatch = {},
  ): Outcome {
    const selector = typeof target === "string" && !/^\s*</.test(target) ? target : undefined;
    const markup = selector === undefined ? target : elements;
    const what = selector === undefined ? "the elements" : selector;
    const patches = eventsOrError(received).filter(
      (event) => event.type === "patchElements" && event.mode !== "remove",
    );
    const aimed = patches.flatMap((event) => aimedAt(event, selector) ?? []);
    const near = aimed.filter(({ event }) => mode === undefined || event.mode === mode);
    const expected = markup === undefined ? undefined : canonical(textOf(markup), near.at(-1)?.event.namespace);
    const pass = near.some(({ found }) => expected === undefined || found === expected);
    const sought = `a patch of ${what}${mode === undefined ? "" : ` with mode "${mode}"`}`;
    const closest = near.at(-1);
    if (pass || closest === undefined || expected === undefined) return outcome(pass, sought, received);
    const message = `Expected other elements in ${sought}:\n\n${difference(expected, closest.found)}\n`;
    return { pass, message: () => message, expected, actual: closest.found };
  },

  /** Elements are removed. @param selector the one that the event has */
  toRemoveElements(received: Received, selector: string): Outcome {
    const pass = eventsOrError(received).some(
      (event) => event.type === "patchElements" && event.mode === "remove" && event.selector === selector,
    );
    return outcome(pass, `the removal of ${selector}`, received);
  },

  /**
   * Signals are patched.
   *
   * @param signals what the patch has among others, with `null` for those that it removes
   */
  toPatchSignals(
    received: Received,
    signals: { readonly [name: string]: unknown },
    { onlyIfMissing = false }: { readonly onlyIfMissing?: boolean } = {},
  ): Outcome {
    const patches = eventsOrError(received).filter(
      (event): event is PatchSignalsEvent => event.type === "patchSignals" && event.onlyIfMissing === onlyIfMissing,
    );
    const pass = patches.some((patch) => hasValues(patch.signals, signals));
    const closest = patches.at(-1);
    const sought = `a patch of signals${onlyIfMissing ? " that are missing" : ""}: ${JSON.stringify(signals)}`;
    if (pass || closest === undefined) return outcome(pass, sought, received);
    const actual = overlap(closest.signals, signals);
    const message = `Expected other signals in a patch:\n\n${difference(pretty(signals), pretty(actual))}\n`;
    return { pass, message: () => message, expected: signals, actual };
  },

  /** The browser is sent to another page. */
  toRedirect(received: Received, url: string | URL | RegExp): Outcome {
    const pass = eventsOrError(received).some((event) => event.type === "redirect" && hasText(event.url, url));
    return outcome(pass, `a redirection to ${String(url)}`, received);
  },

  /** The URL in the address bar changes. */
  toReplaceUrl(received: Received, url: string | URL | RegExp): Outcome {
    const pass = eventsOrError(received).some((event) => event.type === "replaceUrl" && hasText(event.url, url));
    return outcome(pass, `the URL to be replaced with ${String(url)}`, received);
  },

  /** A script runs. @param script its whole source, or what is in it */
  toExecuteScript(received: Received, script: string | RegExp): Outcome {
    const pass = eventsOrError(received).some(
      (event) => event.type === "executeScript" && hasText(event.script, script),
    );
    return outcome(pass, `a script ${String(script)}`, received);
  },

  /** A custom event is dispatched. @param detail what it has among others */
  toDispatchCustomEvent(received: Received, name: string, detail?: unknown): Outcome {
    const pass = eventsOrError(received).some(
      (event) =>
        event.type === "dispatchCustomEvent" &&
        event.name === name &&
        (detail === undefined || hasValues(event.detail, detail)),
    );
    const rest = detail === undefined ? "" : ` with ${JSON.stringify(detail)}`;
    return outcome(pass, `the custom event ${JSON.stringify(name)}${rest}`, received);
  },
} as const;

function outcome(pass: boolean, sought: string, received: Received): Outcome {
  const events = eventsOrError(received);
  const came = events.length === 0 ? "no event came" : `these events came:${listed(events)}`;
  return { pass, message: () => `Expected ${pass ? "not " : ""}${sought}; ${came}` };
}

/** @throws TypeError for what are no events, such as a response that was not read */
export function eventsOrError(received: unknown): readonly ReceivedEvent[] {
  const given = isObject(received) && "events" in received ? received.events : received;
  const all: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (all.every(isEvent)) return all;
  const kind = isObject(received) ? (received.constructor?.name ?? "object") : String(received);
  throw new TypeError(`Events are expected, as \`await eventsOf(response).all()\` returns; this is ${kind}.`);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isEvent(value: unknown): value is ReceivedEvent {
  return isObject(value) && "type" in value && typeof value.type === "string" && !("headers" in value);
}

function textOf(elements: ExpectedElements): string {
  if (typeof elements === "string") return elements;
  if (isHtml(elements)) return elements.html;
  throw new TypeError(
    "The expected elements are TSX or HTML in a string; of components that wait, await the elements.",
  );
}

/** What a patch puts where it is looked for: of one that goes by ids, the element that has the id. */
function aimedAt(
  event: ReceivedEvent,
  selector: string | undefined,
): { readonly event: PatchElementsEvent; readonly found: string } | undefined {
  if (event.type !== "patchElements") return undefined;
  const { elements, namespace } = event;
  if (event.selector === selector) return { event, found: canonical(elements, namespace) };
  if (event.selector !== undefined) return undefined;
  const root = parseMarkup(elements, namespace).find(
    (node) => isElement(node) && (`#${attributeOf(node, "id")}` === selector || node.tagName === selector),
  );
  return root && { event, found: canonicalNodes([root]) };
}

function hasText(text: string, expected: string | URL | RegExp): boolean {
  return expected instanceof RegExp ? expected.test(text) : text === String(expected);
}

/** Whether a value is as expected; of an object, what is expected among its properties. */
function hasValues(actual: unknown, expected: unknown): boolean {
  if (isMatcher(expected)) return expected.asymmetricMatch(actual);
  if (Array.isArray(expected))
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((value, index) => hasValues(actual[index], value))
    );
  if (isPlainObject(expected))
    return (
      isPlainObject(actual) &&
      Object.entries(expected).every(([name, value]) => Object.hasOwn(actual, name) && hasValues(actual[name], value))
    );
  return Object.is(actual, expected);
}

/** What `expect.any(Number)` and its like are, in every test runner that has them. */
interface AsymmetricMatcher {
  asymmetricMatch(value: unknown): boolean;
}

function isMatcher(value: unknown): value is AsymmetricMatcher {
  return typeof value === "object" && value !== null && "asymmetricMatch" in value;
}

/** What is expected, and what there is in its place. */
function overlap(actual: unknown, expected: unknown): unknown {
  if (!isPlainObject(actual) || !isPlainObject(expected)) return actual;
  return Object.fromEntries(
    Object.keys(expected).flatMap((name) => (name in actual ? [[name, overlap(actual[name], expected[name])]] : [])),
  );
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
