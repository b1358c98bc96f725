import { pageNonce, type Versions } from "../base/client-versions.js";
import { setting } from "../base/client.js";
import { shared } from "../base/shared.js";
import type { ModifierKind } from "./modifier-kinds.js";

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
 * - `text`: text that is no expression
 * - `loop`: an expression, and the names that its items have: `item, i in $list`
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
  | "text"
  | "loop"
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
  // Without one, the signal is there, and undefined.
  datum: { value: "may" },
  expressions: { value: "must" },
  functions: { value: "must" },
  data: { value: "must" },
  path: { value: "must", content: ["signal"] },
  filter: { value: "may", content: ["include", "exclude"] },
  names: { value: "must" },
  text: { value: "must", content: ["do"] },
  loop: { value: "must", content: ["of", "item", "index"] },
  events: { value: "must" },
  none: { value: "cannot", content: [] },
};

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
export interface Plugin extends Versions {
  /** The form of the value without a key; absent where a key is required. */
  readonly value?: Form;
  /** The form of the value with a key; absent where no key is allowed. */
  readonly keyed?: Form;
  readonly keyCase?: KeyCase;
  readonly modifiers?: readonly string[];
  /** Those that Rocket adds. */
  readonly rocketModifiers?: readonly string[];
  /** What modifiers take that others of their name do not. */
  readonly kinds?: { readonly [modifier: string]: ModifierKind };
  /** Absent where the value is no expression, or not known to be. */
  readonly runs?: ExpressionKind;
  /** Whether `false` is a value of it: to leave it out would mean the opposite. */
  readonly takesFalse?: true;
  /** Whether it declares signals: those that its key or value names, or some that neither tells. */
  readonly declares?: "named" | "unknown";
  /** Part of Datastar Pro only. */
  readonly pro?: true;
  /** The only element that the client reads it on. */
  readonly on?: string;
  /** Part of Rocket only. */
  readonly rocket?: true;
  /** Whether clients with an alias read it without. */
  readonly isUnaliased?: true;
}

const timing = ["delay", "debounce", "throttle"] as const;
const path = { value: "path", keyed: "none", keyCase: "camel", declares: "named" } as const;
// The key names a signal of the page, and not one of the component that it stands in.
const ofPage = { rocketModifiers: ["root"] } as const;
const rocket = { rocket: true, on: "template", isUnaliased: true } as const;

/**
 * The attribute plugins of Datastar, as its clients implement them; those of Pro go by its documentation. All that is
 * known of a plugin stands here, and types, printing, diagnostics and lint read it.
 *
 * @see https://data-star.dev/reference/attributes
 */
export const plugins = {
  attr: { value: "expressions", keyed: "expression", runs: "shown" },
  bind: { ...path, modifiers: ["case", "prop", "event"], ...ofPage },
  class: { value: "expressions", keyed: "expression", keyCase: "kebab", modifiers: ["case"], runs: "shown" },
  computed: {
    value: "functions",
    keyed: "expression",
    keyCase: "camel",
    modifiers: ["case"],
    ...ofPage,
    runs: "shown",
    declares: "named",
  },
  effect: { value: "expression", runs: "effect" },
  ignore: { value: "none", modifiers: ["self"] },
  "ignore-morph": { value: "none" },
  indicator: { ...path, modifiers: ["case"], ...ofPage },
  init: { value: "expression", modifiers: ["delay", "viewtransition"], runs: "statements" },
  nonce: { value: "text", on: "html", ...pageNonce },
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
  "scope-children": { value: "none", isUnaliased: true },
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

  // Rocket's conditions and loops.
  if: { value: "expression", runs: "shown", ...rocket },
  "else-if": { value: "expression", runs: "shown", ...rocket },
  else: { value: "none", ...rocket },
  for: { value: "loop", runs: "shown", ...rocket },

  animate: {
    value: "expression",
    keyed: "expression",
    modifiers: ["duration", "ease", "delay", "loop", "pingpong"],
    kinds: { duration: "duration" },
    runs: "shown",
    pro: true,
  },
  "custom-validity": { value: "expression", runs: "shown", pro: true },
  "match-media": { keyed: "text", keyCase: "camel", modifiers: ["case"], declares: "named", pro: true },
  "on-raf": { value: "expression", modifiers: [...timing, "viewtransition"], runs: "statements", pro: true },
  "on-resize": { value: "expression", modifiers: [...timing, "viewtransition"], runs: "statements", pro: true },
  persist: { value: "filter", keyed: "filter", modifiers: ["session"], pro: true },
  "query-string": { value: "filter", modifiers: ["filter", "history"], pro: true },
  "replace-url": { value: "expression", runs: "shown", pro: true },
  // A component had signals of its own, which its attributes did not tell.
  rocket: { keyed: "none", declares: "unknown", pro: true, until: "1.0.4" },
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

const ownPlugins = shared("plugins", () => new Map<string, Plugin>());

/**
 * The plugin of a name as HTML has it, without the `data-`; `undefined` when there is none. Those of Rocket are there
 * where the project runs it.
 */
export function findPlugin(name: string): Plugin | undefined {
  const plugin = builtIn(name);
  return plugin === undefined || (plugin.rocket === true && !setting.client.rocket) ? ownPlugins.get(name) : plugin;
}

/** Whether a name is that of a plugin of Rocket. */
export function isRocketPlugin(name: string): boolean {
  return builtIn(name)?.rocket === true;
}

/** The plugin that Datastar has under a name, that of Rocket as well. */
export function builtIn(name: string): Plugin | undefined {
  return Object.hasOwn(plugins, name) ? plugins[name as PluginName] : undefined;
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
  const known = builtIn(name);
  if (known !== undefined && known.rocket !== true) throw new TypeError(`data-${name} is an attribute of Datastar.`);
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
