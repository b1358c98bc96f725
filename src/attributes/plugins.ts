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
export type Form = "expression" | "datum" | "expressions" | "functions" | "data" | "path" | "filter" | "names" | "events" | "none";

/** What a modifier takes behind its name. */
export type ModifierKind = "flag" | "duration" | "debounce" | "throttle" | "interval" | "percent" | "case" | "name" | "names";

/** The case in which the client reads a key, which HTML has folded to lower case. */
export type KeyCase = "camel" | "kebab" | "css" | "none";

/** A Datastar attribute plugin: what `data-<plugin>[:<key>][__<modifier>…]` takes. */
export interface Plugin {
  /** The form of the value without a key; absent where a key is required. */
  readonly value?: Form;
  /** The form of the value with a key; absent where no key is allowed. */
  readonly keyed?: Form;
  readonly keyCase?: KeyCase;
  readonly modifiers?: { readonly [name: string]: ModifierKind };
  /** Part of Datastar Pro only. */
  readonly pro?: true;
}

const timing = { delay: "duration", debounce: "debounce", throttle: "throttle" } as const;

/**
 * The attribute plugins of Datastar, as client 1.0.2 implements them. Types, serialising and diagnostics read this table.
 *
 * @see https://data-star.dev/reference/attributes
 */
export const plugins = {
  attr: { value: "expressions", keyed: "expression", keyCase: "none" },
  bind: { value: "path", keyed: "none", keyCase: "camel", modifiers: { case: "case", prop: "name", event: "names" } },
  class: { value: "expressions", keyed: "expression", keyCase: "kebab", modifiers: { case: "case" } },
  computed: { value: "functions", keyed: "expression", keyCase: "camel", modifiers: { case: "case" } },
  effect: { value: "expression" },
  ignore: { value: "none", modifiers: { self: "flag" } },
  "ignore-morph": { value: "none" },
  indicator: { value: "path", keyed: "none", keyCase: "camel", modifiers: { case: "case" } },
  init: { value: "expression", modifiers: { delay: "duration", viewtransition: "flag" } },
  "json-signals": { value: "filter", modifiers: { terse: "flag" } },
  on: {
    value: "events",
    keyed: "expression",
    keyCase: "kebab",
    modifiers: {
      once: "flag",
      passive: "flag",
      capture: "flag",
      case: "case",
      window: "flag",
      document: "flag",
      outside: "flag",
      prevent: "flag",
      stop: "flag",
      ...timing,
      viewtransition: "flag",
    },
  },
  "on-intersect": {
    value: "expression",
    modifiers: {
      once: "flag",
      exit: "flag",
      half: "flag",
      full: "flag",
      threshold: "percent",
      ...timing,
      viewtransition: "flag",
    },
  },
  "on-interval": { value: "expression", modifiers: { duration: "interval", viewtransition: "flag" } },
  "on-signal-patch": { value: "expression", modifiers: timing },
  "on-signal-patch-filter": { value: "filter" },
  "preserve-attr": { value: "names" },
  ref: { value: "path", keyed: "none", keyCase: "camel", modifiers: { case: "case" } },
  "scope-children": { value: "none" },
  show: { value: "expression" },
  signals: { value: "data", keyed: "datum", keyCase: "camel", modifiers: { case: "case", ifmissing: "flag" } },
  style: { value: "expressions", keyed: "expression", keyCase: "css" },
  text: { value: "expression" },

  animate: { value: "expression", keyed: "expression", keyCase: "none", pro: true },
  "custom-validity": { value: "expression", pro: true },
  "match-media": { keyed: "expression", keyCase: "camel", modifiers: { case: "case" }, pro: true },
  "on-raf": { value: "expression", modifiers: { throttle: "throttle" }, pro: true },
  "on-resize": { value: "expression", modifiers: { debounce: "debounce", throttle: "throttle" }, pro: true },
  persist: { value: "filter", keyed: "filter", keyCase: "none", modifiers: { session: "flag" }, pro: true },
  "query-string": { value: "filter", modifiers: { filter: "flag", history: "flag" }, pro: true },
  "replace-url": { value: "expression", pro: true },
  rocket: { keyed: "none", keyCase: "none", pro: true },
  "scroll-into-view": {
    value: "none",
    modifiers: {
      smooth: "flag",
      instant: "flag",
      auto: "flag",
      hstart: "flag",
      hcenter: "flag",
      hend: "flag",
      hnearest: "flag",
      vstart: "flag",
      vcenter: "flag",
      vend: "flag",
      vnearest: "flag",
      focus: "flag",
    },
    pro: true,
  },
  "view-transition": { value: "expression", pro: true },
} as const satisfies { readonly [name: string]: Plugin };

export type PluginName = keyof typeof plugins;
