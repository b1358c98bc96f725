/**
 * How a plugin's value is written:
 *
 * - `expression`: Datastar source, or an object `{ do, …modifiers }` of it
 * - `datum`: a value of a signal, or an expression for it
 * - `expressions`: an object of names to expressions
 * - `functions`: the same, each printed as a function, nested objects allowed
 * - `data`: an object of signals to values
 * - `path`: a signal, or its path
 * - `filter`: `{ include, exclude }`, or nothing
 * - `names`: space-separated names
 * - `events`: an object of events to expressions, which becomes an attribute for each
 * - `none`: no value
 */
export type Form =
  | "expression"
  | "datum"
  | "expressions"
  | "functions"
  | "data"
  | "path"
  | "filter"
  | "names"
  | "events"
  | "none";

/** What a modifier takes behind its name. */
export type ModifierKind =
  | "flag"
  | "duration"
  | "debounce"
  | "throttle"
  | "interval"
  | "percent"
  | "case"
  | "name"
  | "names";

/** The case in which the client reads a key, which HTML has folded to lower case. */
export type KeyCase = "camel" | "kebab" | "css";

/** A Datastar attribute plugin: what `data-<plugin>[:<key>][__<modifier>…]` takes. */
export interface Plugin {
  /** The form of the value without a key; absent where a key is required. */
  readonly value?: Form;
  /** The form of the value with a key; absent where no key is allowed. */
  readonly keyed?: Form;
  readonly keyCase?: KeyCase;
  readonly modifiers?: readonly string[];
  /** Part of Datastar Pro only. */
  readonly pro?: true;
}

const timing = ["delay", "debounce", "throttle"] as const;

/**
 * The attribute plugins of Datastar, as client 1.0.2 implements them. Types, serialising and diagnostics read this
 * table.
 *
 * @see https://data-star.dev/reference/attributes
 */
export const plugins = {
  attr: { value: "expressions", keyed: "expression" },
  bind: { value: "path", keyed: "none", keyCase: "camel", modifiers: ["case", "prop", "event"] },
  class: { value: "expressions", keyed: "expression", keyCase: "kebab", modifiers: ["case"] },
  computed: { value: "functions", keyed: "expression", keyCase: "camel", modifiers: ["case"] },
  effect: { value: "expression" },
  ignore: { value: "none", modifiers: ["self"] },
  "ignore-morph": { value: "none" },
  indicator: { value: "path", keyed: "none", keyCase: "camel", modifiers: ["case"] },
  init: { value: "expression", modifiers: ["delay", "viewtransition"] },
  "json-signals": { value: "filter", modifiers: ["terse"] },
  on: {
    value: "events",
    keyed: "expression",
    keyCase: "kebab",
    modifiers: [
      "once",
      "passive",
      "capture",
      "case",
      "window",
      "document",
      "outside",
      "prevent",
      "stop",
      ...timing,
      "viewtransition",
    ],
  },
  "on-intersect": {
    value: "expression",
    modifiers: ["once", "exit", "half", "full", "threshold", ...timing, "viewtransition"],
  },
  "on-interval": { value: "expression", modifiers: ["duration", "viewtransition"] },
  "on-signal-patch": { value: "expression", modifiers: timing },
  "on-signal-patch-filter": { value: "filter" },
  "preserve-attr": { value: "names" },
  ref: { value: "path", keyed: "none", keyCase: "camel", modifiers: ["case"] },
  "scope-children": { value: "none" },
  show: { value: "expression" },
  signals: { value: "data", keyed: "datum", keyCase: "camel", modifiers: ["case", "ifmissing"] },
  style: { value: "expressions", keyed: "expression", keyCase: "css" },
  text: { value: "expression" },

  animate: { value: "expression", keyed: "expression", pro: true },
  "custom-validity": { value: "expression", pro: true },
  "match-media": { keyed: "expression", keyCase: "camel", modifiers: ["case"], pro: true },
  "on-raf": { value: "expression", modifiers: ["throttle"], pro: true },
  "on-resize": { value: "expression", modifiers: ["debounce", "throttle"], pro: true },
  persist: { value: "filter", keyed: "filter", modifiers: ["session"], pro: true },
  "query-string": { value: "filter", modifiers: ["filter", "history"], pro: true },
  "replace-url": { value: "expression", pro: true },
  rocket: { keyed: "none", pro: true },
  "scroll-into-view": {
    value: "none",
    modifiers: [
      "smooth",
      "instant",
      "auto",
      "hstart",
      "hcenter",
      "hend",
      "hnearest",
      "vstart",
      "vcenter",
      "vend",
      "vnearest",
      "focus",
    ],
    pro: true,
  },
  "view-transition": { value: "expression", pro: true },
} as const satisfies { readonly [name: string]: Plugin };

export type PluginName = keyof typeof plugins;

// What a modifier takes is the same in every plugin; those that are not here are flags.
const kinds: { readonly [modifier: string]: ModifierKind } = {
  case: "case",
  debounce: "debounce",
  delay: "duration",
  duration: "interval",
  event: "names",
  prop: "name",
  threshold: "percent",
  throttle: "throttle",
};

/** What a modifier takes; `undefined` for one that the plugin does not have. */
export function modifierKind({ modifiers }: Plugin, name: string): ModifierKind | undefined {
  return modifiers?.includes(name) ? (kinds[name] ?? "flag") : undefined;
}
