import { whenReady } from "../base/promises.js";
import type { PatchContext } from "../html/html.js";
import { type Elements, elementsToString } from "./elements.js";
import type { EventOptions } from "./event-options.js";
import type { DatastarEvent } from "./event.js";
import { elementsPatcher, removeElementsEvent } from "./patch-elements.js";
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

/** The methods that send Datastar events, to wherever `deliver` takes them. */
export abstract class EventMethods<Sent> {
  /** Takes an event, or the promise of one, in the order of the calls. */
  protected abstract deliver(event: DatastarEvent | Promise<DatastarEvent>): Sent;

  /** For whom elements are patched. */
  protected get patchContext(): PatchContext | undefined {
    return undefined;
  }

  /**
   * Patches elements into the page.
   *
   * @param elements TSX; or HTML in a string; promises and arrays of them
   * @throws TypeError for options that the client would refuse, such as a mode that needs a selector without one
   * @see https://data-star.dev/reference/sse_events#datastar-patch-elements
   */
  patchElements(elements: Elements, options?: PatchElementsOptions): Sent {
    // Before the options are checked: promises among the elements are looked after from here on.
    const html = elementsToString(elements, options ?? {}, this.patchContext);
    const toEvent = elementsPatcher(options);
    return this.deliver(typeof html === "string" ? toEvent(html) : whenReady(html, toEvent));
  }

  /**
   * Removes the elements that a CSS selector matches.
   *
   * @throws TypeError without a selector
   */
  removeElements(selector: string, options?: RemoveElementsOptions): Sent {
    return this.deliver(removeElementsEvent(selector, options));
  }

  /**
   * Merges signals into those of the page; `null` removes one.
   *
   * @param signals an object, such as `todo.patch({ … })`, or the JSON text of one
   * @throws TypeError for anything else
   * @see https://data-star.dev/reference/sse_events#datastar-patch-signals
   */
  patchSignals(signals: SignalsInput, options?: PatchSignalsOptions): Sent {
    return this.deliver(patchSignalsEvent(signals, options));
  }

  /** Removes signals, by dotted path or by reference. */
  removeSignals(paths: SignalPaths, options?: EventOptions): Sent {
    return this.deliver(removeSignalsEvent(paths, options));
  }

  /** Runs a script in the browser. @see https://data-star.dev/reference/sse_events */
  executeScript(script: string, options?: ExecuteScriptOptions): Sent {
    return this.deliver(executeScriptEvent(script, options));
  }

  /**
   * Sends the browser to another page.
   *
   * @throws TypeError for a `javascript:` URL
   */
  redirect(url: TargetUrl, options?: ScriptOptions): Sent {
    return this.deliver(redirectEvent(url, options));
  }

  /** Changes the URL in the address bar and loads nothing. */
  replaceUrl(url: TargetUrl, options?: ScriptOptions): Sent {
    return this.deliver(replaceUrlEvent(url, options));
  }

  /** Logs a value in the browser's console. */
  consoleLog(message: unknown, options?: ScriptOptions): Sent {
    return this.deliver(consoleLogEvent(message, options));
  }

  /** Logs an error in the browser's console. */
  consoleError(error: unknown, options?: ScriptOptions): Sent {
    return this.deliver(consoleErrorEvent(error, options));
  }

  /**
   * Dispatches a custom event on the document, or on the elements that `selector` matches.
   *
   * @see https://developer.mozilla.org/docs/Web/API/CustomEvent
   */
  dispatchCustomEvent(name: string, detail?: unknown, options?: DispatchCustomEventOptions): Sent {
    return this.deliver(customEvent(name, detail, options));
  }
}
