import type { Form } from "../attributes/plugins.js";
import type { ExpressionKind } from "./expression.js";

const value: ExpressionKind = { returnsValue: true, names: [] };
const statements: ExpressionKind = { returnsValue: false, names: [] };

/**
 * How client 1.0.2 compiles the value of each attribute that is an expression. Those of Pro go by its documentation.
 */
const kinds: { readonly [plugin: string]: ExpressionKind } = {
  attr: value,
  class: value,
  computed: value,
  effect: statements,
  init: statements,
  on: statements,
  "on-intersect": statements,
  "on-interval": statements,
  "on-signal-patch": { returnsValue: true, names: ["patch"] },
  show: value,
  signals: value,
  style: value,
  text: value,
  "custom-validity": value,
  "on-raf": statements,
  "on-resize": statements,
  "replace-url": value,
  "view-transition": value,
};

/** How an attribute's value is compiled; `undefined` for one that is no expression, or not known to be. */
export function kindOf(plugin: string): ExpressionKind | undefined {
  return Object.hasOwn(kinds, plugin) ? kinds[plugin] : undefined;
}

/** Attributes that exist to do something, so that a value by itself is of no use to them. */
export const doers: ReadonlySet<string> = new Set([
  "effect",
  "init",
  "on",
  "on-intersect",
  "on-interval",
  "on-signal-patch",
  "on-raf",
  "on-resize",
]);

/** Attributes that are read again whenever a signal changes, so that they should not set one. */
export const readers: ReadonlySet<string> = new Set([
  "attr",
  "class",
  "computed",
  "show",
  "style",
  "text",
  "custom-validity",
  "replace-url",
]);

/** Whether a form of value must, may or cannot be given. */
export const needs: { readonly [form in Form]: "must" | "may" | "cannot" } = {
  expression: "must",
  datum: "must",
  expressions: "must",
  functions: "must",
  data: "must",
  path: "must",
  filter: "may",
  names: "must",
  events: "must",
  none: "cannot",
};
