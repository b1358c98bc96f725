// The events as text, for those who send them by means of their own.
import { encode } from "./encode.js";
import type { EventOptions } from "./event-options.js";
import { patchElementsEvent, removeElementsEvent } from "./patch-elements.js";
import type { PatchElementsOptions, RemoveElementsOptions } from "./patch-options.js";
import {
  patchSignalsEvent,
  type PatchSignalsOptions,
  removeSignalsEvent,
  type SignalPaths,
  type SignalsInput,
} from "./patch-signals.js";
import {
  consoleErrorEvent,
  consoleLogEvent,
  customEvent,
  type DispatchCustomEventOptions,
  executeScriptEvent,
  type ExecuteScriptOptions,
  type ScriptOptions,
  redirectEvent,
  replaceUrlEvent,
} from "./scripts.js";
import type { TargetUrl } from "./target-url.js";

/**
 * Encodes a `datastar-patch-elements` event.
 *
 * @param elements HTML; every top-level element needs an `id` when there is no selector
 * @throws TypeError for options that the client would refuse
 * @see https://data-star.dev/reference/sse_events#datastar-patch-elements
 */
export function patchElementsFrame(elements: string, options?: PatchElementsOptions): string {
  return encode(patchElementsEvent(elements, options));
}

/**
 * Encodes the removal of all elements that match a selector.
 *
 * @throws TypeError without a selector
 */
export function removeElementsFrame(selector: string, options?: RemoveElementsOptions): string {
  return encode(removeElementsEvent(selector, options));
}

/**
 * Encodes a `datastar-patch-signals` event.
 *
 * @throws TypeError for anything but an object, or the JSON text of one
 * @see https://data-star.dev/reference/sse_events#datastar-patch-signals
 */
export function patchSignalsFrame(signals: SignalsInput, options?: PatchSignalsOptions): string {
  return encode(patchSignalsEvent(signals, options));
}

/**
 * Encodes the removal of signals.
 *
 * @param paths dotted paths, or references to signals
 * @throws TypeError for a path that names nothing
 */
export function removeSignalsFrame(paths: SignalPaths, options?: EventOptions): string {
  return encode(removeSignalsEvent(paths, options));
}

/**
 * Encodes an event that runs a script: an element patch that appends a script element to the body.
 *
 * @throws TypeError for attributes that HTML cannot carry, and for a `<script>` with its tags
 */
export function executeScriptFrame(script: string, options?: ExecuteScriptOptions): string {
  return encode(executeScriptEvent(script, options));
}

/**
 * Encodes an event that sends the browser to another page.
 *
 * @throws TypeError for a `javascript:` URL
 */
export function redirectFrame(url: TargetUrl, options?: ScriptOptions): string {
  return encode(redirectEvent(url, options));
}

/**
 * Encodes an event that changes the URL in the address bar and loads nothing.
 *
 * @throws TypeError for a `javascript:` URL
 */
export function replaceUrlFrame(url: TargetUrl, options?: ScriptOptions): string {
  return encode(replaceUrlEvent(url, options));
}

/** Encodes an event that logs a value in the browser's console. */
export function consoleLogFrame(message: unknown, options?: ScriptOptions): string {
  return encode(consoleLogEvent(message, options));
}

/** Encodes an event that logs an error in the browser's console. An `Error` is logged as its message. */
export function consoleErrorFrame(error: unknown, options?: ScriptOptions): string {
  return encode(consoleErrorEvent(error, options));
}

/**
 * Encodes an event that dispatches a custom event in the browser.
 *
 * @param name the type of the event
 * @param detail what JSON can carry
 * @see https://developer.mozilla.org/docs/Web/API/CustomEvent
 */
export function dispatchCustomEventFrame(name: string, detail?: unknown, options?: DispatchCustomEventOptions): string {
  return encode(customEvent(name, detail, options));
}
