import { findPlugin, isRocketPlugin } from "../attributes/plugins.js";
import { domEvents } from "../generated/dom-events.js";
import { checkAttribute } from "./check-attribute.js";
import { type Diagnostic, error } from "./diagnostic.js";
import { parseName } from "./parse-name.js";

// As other frameworks, and people who guess, name what Datastar has.
const meant: { readonly [name: string]: string | undefined } = {
  if: "data-show",
  visible: "data-show",
  hide: "data-show",
  html: "data-text",
  value: "data-bind",
  model: "data-bind",
  store: "data-signals",
  state: "data-signals",
  styles: "data-style",
  css: "data-style",
  classes: "data-class",
  classlist: "data-class",
  classname: "data-class",
  attributes: "data-attr",
  events: "data-on",
  load: "data-init",
  interval: "data-on-interval",
  intersect: "data-on-intersect",
};

const own: { readonly [name: string]: string | undefined } = {
  class: "data-class",
  classname: "data-class",
  style: "data-style",
  value: "data-bind",
  key: "data-attr",
};

/**
 * Says where an expression belongs that was given to an attribute which is none of Datastar's. The server would have to
 * print a value there, and has none.
 *
 * @param isObject for an object in a `data-*` attribute, which may have been meant to be JSON
 */
export function checkExpressionOf(name: string, isObject: boolean): readonly Diagnostic[] {
  const parsed = parseName(name);
  if (parsed !== undefined && findPlugin(parsed.plugin) !== undefined) return [];
  const found = checkAttribute(name, "$a + $b");
  // Those of Rocket mostly are other frameworks' in a page without it.
  const isOthers = parsed !== undefined && isRocketPlugin(parsed.plugin) && meant[parsed.plugin] !== undefined;
  if (found.length > 0 && !isOthers) return found;
  if (isObject && meant[parsed?.plugin.toLowerCase() ?? ""] === undefined) return [];
  const right = parsed === undefined ? instead(name) : insteadOf(parsed.plugin.toLowerCase(), name);
  return [
    error(
      "misplaced-expression",
      `${name}: this is no attribute of Datastar, and cannot take ${isObject ? "an object" : "an expression"}; did you mean ${right}?${isOthers ? " On a template, it is Rocket's: configureClient({ rocket: true })." : ""}`,
    ),
  ];
}

function instead(given: string): string {
  if (given === "htmlFor") return "data-attr:for";
  const name = given.toLowerCase();
  const event = name.replace(/^on:?/, "");
  if (event !== name && domEvents.has(event)) return `data-on:${event}`;
  const bare = /^(?:datat|data|date)[:_-]?(.+)$/.exec(name)?.[1];
  if (bare !== undefined && findPlugin(bare.split(":")[0] ?? "") !== undefined) return `data-${bare}`;
  // HTML would fold its capitals, which names in SVG have.
  return own[name] ?? (name === given ? `data-attr:${name}` : `data-attr={{ ${given}: … }}`);
}

const settable = /^(?:checked|disabled|hidden|href|open|readonly|required|src|title)$/;

function insteadOf(plugin: string, name: string): string {
  const known = meant[plugin] ?? (domEvents.has(plugin) ? `data-on:${plugin}` : undefined);
  const bare = plugin.replace(/^(?:star|datastar|ds)-/, "");
  if (known !== undefined || findPlugin(bare) !== undefined) return known ?? `data-${bare}`;
  return `data-attr:${settable.test(plugin) ? plugin : name.toLowerCase()}`;
}
