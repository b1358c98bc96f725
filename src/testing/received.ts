import type { ElementPatchMode, Namespace } from "../events/patch-options.js";

/** What every event has. */
export interface EventBase {
  /** The id that the client repeats when it reconnects. */
  readonly id?: string;
  /** Milliseconds until it reconnects, where the event says so. */
  readonly retry?: number;
}

/** Elements that are patched into the page, or with mode `remove`, taken out of it. */
export interface PatchElementsEvent extends EventBase {
  readonly type: "patchElements";
  /** Without one, the elements go where the page has some with their ids. */
  readonly selector?: string;
  readonly mode: ElementPatchMode;
  readonly namespace: Namespace;
  readonly useViewTransition: boolean;
  readonly viewTransitionSelector?: string;
  /** Their markup. */
  readonly elements: string;
}

/** Signals that are merged into those of the page. `null` removes one. */
export interface PatchSignalsEvent extends EventBase {
  readonly type: "patchSignals";
  readonly signals: JsonObject;
  readonly onlyIfMissing: boolean;
}

/** A script that runs. */
export interface ExecuteScriptEvent extends EventBase {
  readonly type: "executeScript";
  readonly script: string;
  readonly autoRemove: boolean;
  /** Those of the script element, such as its nonce. */
  readonly attributes: { readonly [name: string]: string };
}

/** The browser goes to another page. */
export interface RedirectEvent extends EventBase {
  readonly type: "redirect";
  readonly url: string;
}

/** The URL in the address bar changes. */
export interface ReplaceUrlEvent extends EventBase {
  readonly type: "replaceUrl";
  readonly url: string;
}

/** A value is logged in the browser's console. */
export interface ConsoleEvent extends EventBase {
  readonly type: "consoleLog" | "consoleError";
  readonly message: unknown;
}

/** A custom event is dispatched in the page. */
export interface DispatchCustomEventEvent extends EventBase {
  readonly type: "dispatchCustomEvent";
  readonly name: string;
  readonly detail: unknown;
  /** Without one, the document gets it. */
  readonly selector?: string;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly composed: boolean;
}

/**
 * An event as a client gets it. Its `type` is the method of `sse` that sends it, and its other properties are what that
 * was given, with the client's defaults. What it did not get, it does not have.
 */
export type ReceivedEvent =
  | PatchElementsEvent
  | PatchSignalsEvent
  | ExecuteScriptEvent
  | RedirectEvent
  | ReplaceUrlEvent
  | ConsoleEvent
  | DispatchCustomEventEvent;

/** What JSON can carry, as an object. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** What JSON can carry. */
export type JsonValue = string | number | boolean | null | JsonObject | readonly JsonValue[];

/** An event in one line, for messages. */
export function shown(event: ReceivedEvent): string {
  const { type, ...rest } = event;
  const fields = Object.entries(rest).filter(([name, value]) => value !== usual[name]);
  const words = fields.map(([name, value]) => (name === "elements" ? value : `${name} ${JSON.stringify(value)}`));
  const line = [type, ...words].join(" ").replaceAll(/\s*\n\s*/g, " ");
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

/** Events in lines of their own, numbered. */
export function listed(events: readonly ReceivedEvent[]): string {
  return events.map((event, index) => `\n  ${index + 1}. ${shown(event)}`).join("");
}

const usual: { readonly [name: string]: unknown } = {
  mode: "outer",
  namespace: "html",
  useViewTransition: false,
  onlyIfMissing: false,
  autoRemove: true,
  bubbles: true,
  cancelable: true,
  composed: true,
};
