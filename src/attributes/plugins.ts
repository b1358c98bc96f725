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

/** What all values of a form have in common. */
export interface FormFacts {
  /** Whether there must, may or cannot be a value in HTML. */
  readonly value: "must" | "may" | "cannot";
  /** What an object has beside modifiers; absent where objects hold no modifiers. */
  readonly content?: readonly string[];
}

export const forms: { readonly [form in Form]: FormFacts } = {
  expression: { value: "must", content: ["do"] },
  datum: { value: "must" },
  expressions: { value: "must" },
  functions: { value: "must" },
  data: { value: "must" },
  path: { value: "must", content: ["signal"] },
  filter: { value: "may", content: ["include", "exclude"] },
  names: { value: "must" },
  events: { value: "must" },
  none: { value: "cannot", content: [] },
};

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

/**
 * How the client compiles an expression, and when it runs it:
 *
 * - `value`: for its value, once
 * - `shown`: for its value, again whenever a signal in it changes; so it should not set one
 * - `statements`: for what it does
 * - `effect`: the same, and again whenever a signal that it reads changes
 * - `patch`: the same, but compiled as a value is, and it sees the `patch` of signals that it runs on
 */
export type ExpressionKind = "value" | "shown" | "statements" | "effect" | "patch";

/** A Datastar attribute plugin: what `data-<plugin>[:<key>][__<modifier>…]` takes. */
export interface Plugin {
  /** The form of the value without a key; absent where a key is required. */
  readonly value?: Form;
  /** The form of the value with a key; absent where no key is allowed. */
  readonly keyed?: Form;
  readonly keyCase?: KeyCase;
  readonly modifiers?: readonly string[];
  /** Absent where the value is no expression, or not known to be. */
  readonly runs?: ExpressionKind;
  /** Whether `false` is a value of it: to leave it out would mean the opposite. */
  readonly takesFalse?: true;
  /** Whether it declares signals: those that its key or value names, or some that neither tells. */
  readonly declares?: "named" | "unknown";
  /** Part of Datastar Pro only. */
  readonly pro?: true;
}

const timing = ["delay", "debounce", "throttle"] as const;
const path = { value: "path", keyed: "none", keyCase: "camel", declares: "named" } as const;

/**
 * The attribute plugins of Datastar, as client 1.0.2 implements them; those of Pro go by its documentation. All that is
 * known of a plugin stands here, and types, printing, diagnostics and lint read it.
 *
 * @see https://data-star.dev/reference/attributes
 */
export const plugins = {
  attr: { value: "expressions", keyed: "expression", runs: "shown" },
  bind: { ...path, modifiers: ["case", "prop", "event"] },
  class: { value: "expressions", keyed: "expression", keyCase: "kebab", modifiers: ["case"], runs: "shown" },
  computed: {
    value: "functions",
    keyed: "expression",
    keyCase: "camel",
    modifiers: ["case"],
    runs: "shown",
    declares: "named",
  },
  effect: { value: "expression", runs: "effect" },
  ignore: { value: "none", modifiers: ["self"] },
  "ignore-morph": { value: "none" },
  indicator: { ...path, modifiers: ["case"] },
  init: { value: "expression", modifiers: ["delay", "viewtransition"], runs: "statements" },
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
    runs: "statements",
  },
  "on-intersect": {
    value: "expression",
    modifiers: ["once", "exit", "half", "full", "threshold", ...timing, "viewtransition"],
    runs: "statements",
  },
  "on-interval": { value: "expression", modifiers: ["duration", "viewtransition"], runs: "statements" },
  "on-signal-patch": { value: "expression", modifiers: timing, runs: "patch" },
  "on-signal-patch-filter": { value: "filter" },
  "preserve-attr": { value: "names" },
  ref: { ...path, modifiers: ["case"] },
  "scope-children": { value: "none" },
  show: { value: "expression", runs: "shown", takesFalse: true },
  signals: {
    value: "data",
    keyed: "datum",
    keyCase: "camel",
    modifiers: ["case", "ifmissing"],
    runs: "value",
    declares: "named",
  },
  style: { value: "expressions", keyed: "expression", keyCase: "css", runs: "shown" },
  text: { value: "expression", runs: "shown" },

  animate: { value: "expression", keyed: "expression", pro: true },
  "custom-validity": { value: "expression", runs: "shown", pro: true },
  "match-media": { keyed: "expression", keyCase: "camel", modifiers: ["case"], declares: "named", pro: true },
  "on-raf": { value: "expression", modifiers: ["throttle"], runs: "statements", pro: true },
  "on-resize": { value: "expression", modifiers: ["debounce", "throttle"], runs: "statements", pro: true },
  persist: { value: "filter", keyed: "filter", modifiers: ["session"], pro: true },
  "query-string": { value: "filter", modifiers: ["filter", "history"], pro: true },
  "replace-url": { value: "expression", runs: "shown", pro: true },
  // A component has signals of its own, which its attributes do not tell.
  rocket: { keyed: "none", declares: "unknown", pro: true },
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
  "view-transition": { value: "expression", runs: "value", pro: true },
} as const satisfies { readonly [name: string]: Plugin };

export type PluginName = keyof typeof plugins;

const ownPlugins = new Map<string, Plugin>();

/** The plugin of a name as HTML has it, without the `data-`; `undefined` when there is none. */
export function findPlugin(name: string): Plugin | undefined {
  return Object.hasOwn(plugins, name) ? plugins[name as PluginName] : ownPlugins.get(name);
}

/**
 * Declares an attribute plugin of your own, before anything is rendered: its attributes are printed and checked as
 * Datastar's own are.
 *
 * ```ts
 * definePlugin("on-keys", { keyed: "expression", modifiers: ["once", "prevent"], runs: "statements" });
 *
 * <main data-on-keys:ctrl-k={{ do: js`${ui.open} = true`, prevent: true }} />;
 * ```
 *
 * @param name without the `data-`
 * @throws TypeError for a name that no attribute can have, or that Datastar has already, and for an unknown form
 * @see https://data-star.dev/reference/attributes
 */
export function definePlugin(name: string, plugin: Plugin): void {
  if (Object.hasOwn(plugins, name)) throw new TypeError(`data-${name} is an attribute of Datastar.`);
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(name))
    throw new TypeError(`No plugin can be named ${JSON.stringify(name)}.`);
  const { value, keyed } = plugin;
  if (value === undefined && keyed === undefined) {
    throw new TypeError(`data-${name} needs the form of its value: "value" without a key, "keyed" with one.`);
  }
  for (const form of [value, keyed]) {
    if (form === undefined || Object.hasOwn(forms, form)) continue;
    throw new TypeError(
      `data-${name}: there is no form ${JSON.stringify(form)}; there are ${Object.keys(forms).join(", ")}.`,
    );
  }
  ownPlugins.set(name, plugin);
}

/** The cases that the modifier `__case` converts a key to. */
export const cases = ["camel", "kebab", "snake", "pascal"] as const;

// What a modifier takes is the same in every plugin; those that are not here are flags.
const modifierKinds: { readonly [modifier: string]: ModifierKind } = {
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
  return modifiers?.includes(name) ? (modifierKinds[name] ?? "flag") : undefined;
}
