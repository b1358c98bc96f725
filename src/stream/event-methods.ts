import { type Elements, elementsToString } from "../events/elements.js";
import type { EncodedFrame } from "../events/encoded-frame.js";
import type { EventOptions } from "../events/frame.js";
import {
  patchElementsFrame,
  type PatchElementsOptions,
  removeElementsFrame,
  type RemoveElementsOptions,
} from "../events/patch-elements.js";
import {
  patchSignalsFrame,
  type PatchSignalsOptions,
  removeSignalsFrame,
  type SignalPaths,
  type SignalsInput,
} from "../events/patch-signals.js";
import {
  consoleErrorFrame,
  consoleLogFrame,
  dispatchCustomEventFrame,
  type DispatchCustomEventOptions,
  executeScriptFrame,
  type ExecuteScriptOptions,
  redirectFrame,
  replaceUrlFrame,
} from "../events/scripts.js";

/** The methods that send Datastar events, to wherever `deliver` takes them. */
export abstract class EventMethods<Sent> {
  /** Takes a frame, or the promise of one, in the order of the calls. */
  protected abstract deliver(frame: string | EncodedFrame | Promise<string>): Sent;

  /**
   * Patches elements into the page.
   *
   * @param elements TSX; or HTML in a string; promises and arrays of them
   * @throws TypeError for options that the client would refuse, such as a mode that needs a selector without one
   * @see https://data-star.dev/reference/sse_events#datastar-patch-elements
   */
  patchElements(elements: Elements, options?: PatchElementsOptions): Sent {
    const html = elementsToString(elements, options ?? {});
    if (typeof html === "string") return this.deliver(patchElementsFrame(html, options));
    // Checks the options now, at the call; the frame follows when the elements are there.
    patchElementsFrame("", options);
    return this.deliver(html.then((text) => patchElementsFrame(text, options)));
  }

  /**
   * Removes the elements that a CSS selector matches.
   *
   * @throws TypeError without a selector
   */
  removeElements(selector: string, options?: RemoveElementsOptions): Sent {
    return this.deliver(removeElementsFrame(selector, options));
  }

  /**
   * Merges signals into those of the page; `null` removes one.
   *
   * @param signals an object, such as `todo.patch({ … })`, or the JSON text of one
   * @throws TypeError for anything else
   * @see https://data-star.dev/reference/sse_events#datastar-patch-signals
   */
  patchSignals(signals: SignalsInput, options?: PatchSignalsOptions): Sent {
    return this.deliver(patchSignalsFrame(signals, options));
  }

  /** Removes signals, by dotted path or by reference. */
  removeSignals(paths: SignalPaths, options?: EventOptions): Sent {
    return this.deliver(removeSignalsFrame(paths, options));
  }

  /** Runs a script in the browser. @see https://data-star.dev/reference/sse_events */
  executeScript(script: string, options?: ExecuteScriptOptions): Sent {
    return this.deliver(executeScriptFrame(script, options));
  }

  /**
   * Sends the browser to another page.
   *
   * @throws TypeError for a `javascript:` URL
   */
  redirect(url: string | URL, options?: EventOptions): Sent {
    return this.deliver(redirectFrame(url, options));
  }

  /** Changes the URL in the address bar and loads nothing. */
  replaceUrl(url: string | URL, options?: EventOptions): Sent {
    return this.deliver(replaceUrlFrame(url, options));
  }

  /** Logs a value in the browser's console. */
  consoleLog(message: unknown, options?: EventOptions): Sent {
    return this.deliver(consoleLogFrame(message, options));
  }

  /** Logs an error in the browser's console. */
  consoleError(error: unknown, options?: EventOptions): Sent {
    return this.deliver(consoleErrorFrame(error, options));
  }

  /**
   * Dispatches a custom event on the document, or on the elements that `selector` matches.
   *
   * @see https://developer.mozilla.org/docs/Web/API/CustomEvent
   */
  dispatchCustomEvent(name: string, detail?: unknown, options?: DispatchCustomEventOptions): Sent {
    return this.deliver(dispatchCustomEventFrame(name, detail, options));
  }
}
