import { describe } from "../base/describe.js";
import { abandon } from "../base/promises.js";
import { checkHeld, isNothing } from "../expressions/held-value.js";
import { renderElement } from "../html/element.js";
import { checkOptions, type EventOptions, flag } from "./event-options.js";
import type { ElementsEvent } from "./event.js";
import { patchElementsEvent } from "./patch-elements.js";
import { removesItself, writeScript } from "./script-templates.js";
import { targetUrl, type TargetUrl } from "./target-url.js";

/** Attributes of a script element: an object, or a list of `name` and `name="value"`. */
export type ScriptAttributes =
  | { readonly [name: string]: string | number | boolean | null | undefined }
  | readonly string[];

/** Options of every event that runs a script. */
export interface ScriptOptions extends EventOptions {
  /**
   * For a Content-Security-Policy with the nonce of the page, where the client does not know `<html data-nonce>`.
   */
  readonly nonce?: string | undefined;
}

/** Options of `executeScript`. */
export interface ExecuteScriptOptions extends ScriptOptions {
  /** Whether the script element removes itself once it has run. Default: `true`. */
  readonly autoRemove?: boolean | undefined;
  readonly attributes?: ScriptAttributes | undefined;
}

/** Options of `dispatchCustomEvent`, with the defaults of the other Datastar SDKs. */
export interface DispatchCustomEventOptions extends ScriptOptions {
  /** The elements that get the event. Default: the document. */
  readonly selector?: string | undefined;
  /** Default: `true`. */
  readonly bubbles?: boolean | undefined;
  /** Default: `true`. */
  readonly cancelable?: boolean | undefined;
  /** Default: `true`. */
  readonly composed?: boolean | undefined;
}

/**
 * Runs a script: an element patch that appends a script element to the body.
 *
 * @throws TypeError for attributes that HTML cannot carry, and for a `<script>` with its tags
 */
export function executeScriptEvent(script: string, options: ExecuteScriptOptions = {}): ElementsEvent {
  checkOptions(options, ["autoRemove", "attributes", "nonce", "eventId", "retryDuration"], "executeScript", script);
  if (typeof script !== "string") {
    abandon(script);
    throw new TypeError(`executeScript takes JavaScript source, not ${describe(script)}.`);
  }
  if (/^\s*<script\b/i.test(script))
    throw new TypeError(
      "executeScript takes what is inside a <script>, without the tags; to send the element, use patchElements.",
    );
  const { autoRemove = true, attributes = {}, nonce, eventId, retryDuration } = options;
  const element = renderElement("script", {
    ...(nonce === undefined ? {} : { nonce }),
    ...(autoRemove ? removesItself : {}),
    ...checkedAttributes(attributes),
    children: script,
  });
  return patchElementsEvent(String(element), { selector: "body", mode: "append", eventId, retryDuration });
}

/**
 * Sends the browser to another page.
 *
 * @throws TypeError for a `javascript:` URL
 */
export function redirectEvent(url: TargetUrl, options?: ScriptOptions): ElementsEvent {
  return executeScriptEvent(writeScript("redirect", scriptUrl(url, "redirect")), options);
}

/**
 * Changes the URL in the address bar and loads nothing.
 *
 * @throws TypeError for a `javascript:` URL
 */
export function replaceUrlEvent(url: TargetUrl, options?: ScriptOptions): ElementsEvent {
  return executeScriptEvent(writeScript("replaceUrl", scriptUrl(url, "replaceUrl")), options);
}

/** Logs a value in the browser's console. */
export function consoleLogEvent(message: unknown, options?: ScriptOptions): ElementsEvent {
  return executeScriptEvent(writeScript("consoleLog", scriptValue(message, "The value for consoleLog")), options);
}

/** Logs an error in the browser's console. An `Error` is logged as its message. */
export function consoleErrorEvent(error: unknown, options?: ScriptOptions): ElementsEvent {
  const message = scriptValue(error instanceof Error ? error.message : error, "The value for consoleError");
  return executeScriptEvent(writeScript("consoleError", message), options);
}

/**
 * Dispatches a custom event in the browser.
 *
 * @param name the type of the event
 * @param detail what JSON can carry
 * @see https://developer.mozilla.org/docs/Web/API/CustomEvent
 */
export function customEvent(name: string, detail?: unknown, options: DispatchCustomEventOptions = {}): ElementsEvent {
  checkOptions(
    options,
    ["selector", "bubbles", "cancelable", "composed", "nonce", "eventId", "retryDuration"],
    "dispatchCustomEvent",
    detail,
  );
  if (typeof name !== "string" || name === "") throw new TypeError("dispatchCustomEvent needs the name of the event.");
  const { selector, bubbles = true, cancelable = true, composed = true, nonce, eventId, retryDuration } = options;
  const values = [
    scriptValue(name, "The name"),
    ...Object.entries({ bubbles, cancelable, composed }).map(([name, value]) => String(flag(name, value))),
    scriptValue(detail ?? null, "The detail"),
  ];
  const script =
    selector === undefined
      ? writeScript("customEvent", ...values)
      : writeScript("customEventAt", scriptValue(selector, "The selector"), ...values);
  return executeScriptEvent(script, { nonce, eventId, retryDuration });
}

function scriptUrl(url: TargetUrl, method: string): string {
  return scriptValue(targetUrl(url, method), "The URL");
}

/**
 * Prints a value in a script: JSON is JavaScript. `<` is escaped besides, so that no text can end the script element.
 *
 * @throws TypeError for what JSON cannot carry
 */
function scriptValue(value: unknown, what: string): string {
  checkHeld(value, (path) => (path === "" ? what : `${what} at ${path}`), isNothing);
  return JSON.stringify(value).replaceAll("<", "\\u003C");
}

function checkedAttributes(given: ScriptAttributes): Exclude<ScriptAttributes, readonly string[]> {
  const attributes = isList(given) ? parseAttributes(given) : given;
  const { src } = attributes;
  if (typeof src === "string") targetUrl(src, "executeScript");
  return attributes;
}

// Array.isArray does not take a readonly array out of a union.
function isList(attributes: ScriptAttributes): attributes is readonly string[] {
  return Array.isArray(attributes);
}

function parseAttributes(attributes: readonly string[]): { [name: string]: string | true } {
  return Object.fromEntries(
    attributes.map((text): [string, string | true] => {
      const [, name, double, single, bare] =
        /^\s*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?\s*$/.exec(text) ?? [];
      if (name === undefined)
        throw new TypeError(`executeScript: ${JSON.stringify(text)} is no attribute; write name or name="value".`);
      return [name, double ?? single ?? bare ?? true];
    }),
  );
}
