import { describe } from "../base/describe.js";
import { abandon } from "../base/promises.js";
import { namesPrototype } from "../base/prototype-name.js";
import { checkHeld, isNothing } from "../expressions/held-value.js";
import { InitialValues } from "../expressions/initial-values.js";
import { Signal } from "../expressions/signal.js";
import type { PlainObject, SignalSet, SignalValues } from "../expressions/signals.js";
import { checkOptions, eventFields, type EventOptions, flag } from "./event-options.js";
import type { SignalsEvent } from "./event.js";

/** Options of `patchSignals`. @see https://data-star.dev/reference/sse_events#datastar-patch-signals */
export interface PatchSignalsOptions extends EventOptions {
  /** Whether to leave signals alone that exist already. Default: `false`. */
  readonly onlyIfMissing?: boolean | undefined;
}

/**
 * Signals to merge into those of the page, as an object or as the JSON text of one. `null` removes a signal. A set made
 * with `signals` stands for its initial values.
 */
export type SignalsInput = string | PlainObject | SignalValues | SignalSet<object>;

/** @throws TypeError for anything but an object, or the JSON text of one */
export function patchSignalsEvent(signals: SignalsInput, options: PatchSignalsOptions = {}): SignalsEvent {
  checkOptions(options, ["onlyIfMissing", "eventId", "retryDuration"], "patchSignals", signals);
  const { id, retry } = eventFields(options);
  const onlyIfMissing = flag("onlyIfMissing", options.onlyIfMissing);
  return { type: "datastar-patch-signals", id, retry, onlyIfMissing, ...signalsPatch(signals) };
}

/**
 * @param paths dotted paths, or references to signals
 * @throws TypeError for a path that names nothing
 */
export function removeSignalsEvent(paths: SignalPaths, options: EventOptions = {}): SignalsEvent {
  return patchSignalsEvent(nullsAt(paths), options);
}

/** One or more signals, by dotted path or by reference. */
export type SignalPaths = string | Signal | readonly (string | Signal)[];

/** A signal patch, and the same as JSON. */
export type SignalsPatch = Pick<SignalsEvent, "signals" | "json">;

/**
 * Reads a signal patch. Text that is not JSON must not go out: the client would evaluate it as JavaScript.
 *
 * @throws TypeError for anything but an object, or the JSON text of one
 */
export function signalsPatch(input: SignalsInput): SignalsPatch {
  const signals: unknown = typeof input === "string" ? parse(input) : (InitialValues.of(input) ?? input);
  if (typeof signals !== "object" || signals === null || Array.isArray(signals)) {
    abandon(signals);
    throw new TypeError(`Signals must be an object, or the JSON text of one, not ${describe(signals)}.`);
  }
  if (namesPrototype(signals)) throw new TypeError('"__proto__" cannot be the name of a signal.');
  if (typeof input !== "string")
    checkHeld(signals, (path) => (path === "" ? "The signals" : `The signal "${path}"`), isNothing);
  return { signals, json: typeof input === "string" ? input : JSON.stringify(signals) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TypeError(
      `Signals given as text must be JSON: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

interface Nulls {
  [name: string]: Nulls | null;
}

// Without a prototype: a path such as `constructor.prototype.name` must not reach into the program itself.
const noNulls = (): Nulls => Object.create(null);

function nullsAt(paths: SignalPaths): Nulls {
  const patch = noNulls();
  for (const path of [paths].flat()) {
    const names = (Signal.pathOf(path) ?? (typeof path === "string" ? path : "")).split(".");
    if (names.some((name) => name === "" || name === "__proto__" || /[\s$]/.test(name))) {
      abandon(paths);
      const given = typeof path === "string" ? JSON.stringify(path) : describe(path);
      throw new TypeError(`removeSignals takes paths such as "user.name", not ${given}.`);
    }
    setNull(patch, names);
  }
  return patch;
}

function setNull(target: Nulls, [name = "", ...rest]: readonly string[]): void {
  if (rest.length === 0) target[name] = null;
  // What contains the signal may be on its way out already.
  else if (target[name] !== null) setNull((target[name] ??= noNulls()), rest);
}
