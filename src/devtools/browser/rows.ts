import { nameOf } from "./patches.js";
import type { Change, PatchEntry, RequestEntry, ServerEntry, Store } from "./store.js";

/** A line of a tab. */
export interface Row {
  readonly title: string;
  readonly facts?: readonly string[] | undefined;
  readonly details?: readonly Change[] | undefined;
  /** Set where something is wrong. */
  readonly level?: "error" | "warning" | undefined;
  /** The signal that can be edited. */
  readonly signal?: { readonly value: unknown } | undefined;
}

export type TabName = "Signals" | "Patches" | "Requests" | "Streams" | "Findings";

/** What each tab shows, the newest first. */
export const tabs: ReadonlyMap<TabName, (store: Store) => readonly Row[]> = new Map([
  ["Signals", ({ signals }) => Array.from(signals, ([title, value]): Row => ({ title, signal: { value } }))],
  ["Patches", ({ patches }) => patches.toReversed().map(patchRow)],
  ["Requests", ({ requests }) => requests.toReversed().map(requestRow)],
  ["Streams", ({ streams }) => [...streams.values()].reverse().map(serverRow)],
  ["Findings", ({ findings }) => findings.toReversed().map(serverRow)],
] satisfies [TabName, (store: Store) => readonly Row[]][]);

/** From here on, whoever uses the page notices. @see https://w3c.github.io/longtasks/ */
const long = 50;

function patchRow({ kind, target, time, changes, milliseconds }: PatchEntry): Row {
  const isLong = milliseconds !== undefined && milliseconds >= long;
  const isVain = kind === "elements" && milliseconds !== undefined && changes.length === 0;
  const note = isVain ? ["changed nothing"] : [];
  const took = milliseconds === undefined || kind === "signals" ? [] : [duration(milliseconds)];
  return {
    title: kind === "signals" ? "signals" : target,
    facts: [clock(time), ...took, ...note],
    details: changes,
    level: isLong ? "warning" : undefined,
  };
}

function requestRow({ method, url, element, status, isStream, retries, milliseconds, time }: RequestEntry): Row {
  const state = milliseconds === undefined ? (isStream ? "open" : "waiting") : duration(milliseconds);
  const isBad = status === "failed" || (typeof status === "number" && status >= 400);
  return {
    title: `${method} ${url}`,
    facts: [
      clock(time),
      String(status),
      ...(isStream ? ["stream"] : []),
      state,
      ...(retries > 0 ? [`${retries} ${retries === 1 ? "retry" : "retries"}`] : []),
      ...(element === undefined ? [] : [nameOf(element)]),
    ],
    level: isBad ? "error" : retries > 0 ? "warning" : undefined,
  };
}

function serverRow({ kind, severity, message, place, time }: ServerEntry): Row {
  return {
    title: message,
    facts: [clock(time), kind, ...(place === undefined ? [] : [place])],
    level: severity,
  };
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function clock(time: number): string {
  return new Date(performance.timeOrigin + time).toTimeString().slice(0, 8);
}
