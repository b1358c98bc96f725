import { type Elements, elementsToString } from "../events/elements.js";
import { EncodedFrame } from "../events/encoded-frame.js";
import type { EventOptions } from "../events/frame.js";
import { patchElementsFrame, type PatchElementsOptions, removeElementsFrame, type RemoveElementsOptions } from "../events/patch-elements.js";
import { patchSignalsFrame, type PatchSignalsOptions, removeSignalsFrame, type SignalPaths, type SignalsInput } from "../events/patch-signals.js";
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
import type { Channel, CloseReason } from "./channel.js";

/** Options of `send`. */
export interface SendOptions {
  /** What the event shows: with `slowClient: "keepLatest"`, it takes the place of one with the same key that still waits. */
  readonly key?: string | undefined;
}

/**
 * Sends Datastar events to one client. Made by `stream`.
 *
 * Every send returns a promise that settles when the event is written and the connection has room for more. Sends keep
 * the order of the calls, awaited or not. Bad options throw at the call. Once the stream is closed, every send rejects
 * with a {@link StreamClosedError}; a send that nobody awaits never becomes an unhandled rejection.
 *
 * @see https://data-star.dev/reference/sse_events
 */
export class ServerSentEventGenerator {
  readonly #channel: Channel;

  /** The id of the last event that the client saw before it reconnected, out of its `Last-Event-ID`. */
  readonly lastEventId: string | undefined;

  /** For `stream`, which makes the channel. */
  constructor(channel: Channel, lastEventId?: string) {
    this.#channel = channel;
    this.lastEventId = lastEventId;
  }

  /** Aborted when the stream ends, for whatever reason. */
  get signal(): AbortSignal {
    return this.#channel.signal;
  }

  /** Whether the stream has ended. */
  get closed(): boolean {
    return this.#channel.closed;
  }

  /**
   * Calls back once when the stream ends, with the reason; at once if it has ended already. This is the place to
   * unsubscribe. What the callback throws goes to `onError`.
   */
  onClose(callback: (reason: CloseReason) => void): void {
    this.#channel.onClose(callback);
  }

  /** Ends the stream once everything sent before is written. */
  close(): Promise<void> {
    return this.#channel.close("closed");
  }

  /** Bytes that wait because the client takes them more slowly than they are sent. */
  get queuedBytes(): number {
    return 0;
  }

  /** Sends an event that is encoded already: with the functions whose names end in `Frame`, alone or in an `EncodedFrame`. */
  send(frame: EncodedFrame | string, _options?: SendOptions): Promise<void> {
    return this.#channel.send(typeof frame === "string" ? frame : frame.text);
  }

  /** Ends the stream at once; what still waits is lost. The client sees a connection that broke, and comes back. */
  disconnect(): void {
    this.#channel.disconnect();
  }

  /**
   * Patches elements into the page.
   *
   * @param elements TSX; or HTML in a string; promises and arrays of them
   * @throws TypeError for options that the client would refuse, such as a mode that needs a selector without one
   * @see https://data-star.dev/reference/sse_events#datastar-patch-elements
   */
  patchElements(elements: Elements, options?: PatchElementsOptions): Promise<void> {
    const html = elementsToString(elements, options ?? {});
    if (typeof html === "string") return this.#channel.send(patchElementsFrame(html, options));
    // Checks the options now, at the call; the frame follows when the elements are there.
    patchElementsFrame("", options);
    return this.#channel.send(html.then((text) => patchElementsFrame(text, options)));
  }

  /**
   * Removes the elements that a CSS selector matches.
   *
   * @throws TypeError without a selector
   */
  removeElements(selector: string, options?: RemoveElementsOptions): Promise<void> {
    return this.#channel.send(removeElementsFrame(selector, options));
  }

  /**
   * Merges signals into those of the page; `null` removes one.
   *
   * @param signals an object, such as `todo.patch({ … })`, or the JSON text of one
   * @throws TypeError for anything else
   * @see https://data-star.dev/reference/sse_events#datastar-patch-signals
   */
  patchSignals(signals: SignalsInput, options?: PatchSignalsOptions): Promise<void> {
    return this.#channel.send(patchSignalsFrame(signals, options));
  }

  /** Removes signals, by dotted path or by reference. */
  removeSignals(paths: SignalPaths, options?: EventOptions): Promise<void> {
    return this.#channel.send(removeSignalsFrame(paths, options));
  }

  /** Runs a script in the browser. @see https://data-star.dev/reference/sse_events */
  executeScript(script: string, options?: ExecuteScriptOptions): Promise<void> {
    return this.#channel.send(executeScriptFrame(script, options));
  }

  /**
   * Sends the browser to another page.
   *
   * @throws TypeError for a `javascript:` URL
   */
  redirect(url: string | URL, options?: EventOptions): Promise<void> {
    return this.#channel.send(redirectFrame(url, options));
  }

  /** Changes the URL in the address bar and loads nothing. */
  replaceUrl(url: string | URL, options?: EventOptions): Promise<void> {
    return this.#channel.send(replaceUrlFrame(url, options));
  }

  /** Logs a value in the browser's console. */
  consoleLog(message: unknown, options?: EventOptions): Promise<void> {
    return this.#channel.send(consoleLogFrame(message, options));
  }

  /** Logs an error in the browser's console. */
  consoleError(error: unknown, options?: EventOptions): Promise<void> {
    return this.#channel.send(consoleErrorFrame(error, options));
  }

  /**
   * Dispatches a custom event on the document, or on the elements that `selector` matches.
   *
   * @see https://developer.mozilla.org/docs/Web/API/CustomEvent
   */
  dispatchCustomEvent(name: string, detail?: unknown, options?: DispatchCustomEventOptions): Promise<void> {
    return this.#channel.send(dispatchCustomEventFrame(name, detail, options));
  }
}
