import type { EventFields } from "./event-options.js";
import type { ElementsPatch, Namespace } from "./patch-options.js";

/** Elements to be patched into the page. */
export interface ElementsEvent extends EventFields {
  readonly type: "datastar-patch-elements";
  readonly patch: ElementsPatch;
  readonly namespace: Namespace;
  /** Their markup. */
  readonly elements: string;
}

/** Signals to be merged into those of the page. */
export interface SignalsEvent extends EventFields {
  readonly type: "datastar-patch-signals";
  readonly onlyIfMissing: boolean;
  /** The signals, and the same as JSON: what they hold may change after the call that sends them. */
  readonly signals: object;
  readonly json: string;
}

/** An event that the Datastar client understands, as a value. It becomes text when it is sent: see `encode`. */
export type DatastarEvent = ElementsEvent | SignalsEvent;
