import { shownValue } from "../base/describe.js";
import { kebab } from "../base/kebab.js";
import { longestTime } from "../base/limits.js";
import { isPlainObject } from "../base/plain-object.js";
import { cases, eases, type ModifierKind, modifierKind } from "./modifier-kinds.js";
import type { Plugin } from "./plugins.js";

// The tags behind a modifier's name, each with its dot.
const tags: { readonly [kind in ModifierKind]: (value: unknown, where: string) => string } = {
  flag: (value, where) => {
    if (value === true) return "";
    throw new TypeError(`${where} is a flag: pass true or leave it out.`);
  },
  duration,
  debounce: timing({ leading: [true, "leading"], trailing: [false, "notrailing"] }),
  throttle: timing({ leading: [false, "noleading"], trailing: [true, "trailing"] }),
  interval: timing({ leading: [true, "leading"] }),
  percent: (value, where) => {
    if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 100) return `.${value}`;
    throw new RangeError(`${where} takes a whole number from 0 to 100, not ${shownValue(value)}.`);
  },
  case: (value, where) => `.${oneOf(value, cases, where)}`,
  ease: (value, where) => `.${oneOf(value, eases, where)}`,
  name: (value, where) => tagName(kebab(String(value)), where),
  names: (value, where) =>
    [value]
      .flat()
      .map((name) => tagName(String(name), where))
      .join(""),
};

/**
 * Prints the modifiers of an attribute: `__once__debounce.500ms`.
 *
 * @param where the attribute, for error messages
 * @param others names of properties of the same object that are no modifiers
 * @throws TypeError for a modifier that the plugin does not have
 */
export function printModifiers(
  plugin: Plugin,
  options: { readonly [name: string]: unknown },
  where: string,
  others: readonly string[] = [],
): string {
  let text = "";
  for (const name of Object.keys(options)) {
    const value = options[name];
    if (value === undefined || value === null || value === false || others.includes(name)) continue;
    const kind = modifierKind(plugin, name);
    if (kind === undefined) {
      const { modifiers } = plugin;
      throw new TypeError(
        `${where} has no modifier "${name}"; ${modifiers === undefined ? "it takes none" : `its modifiers are ${modifiers.join(", ")}`}.`,
      );
    }
    text += `__${name}${tags[kind](value, `${where}: ${name}`)}`;
  }
  return text;
}

function timing(edges: { readonly [edge: string]: readonly [set: boolean, tag: string] }) {
  return (value: unknown, where: string): string => {
    if (!isPlainObject(value)) return duration(value, where);
    const { wait, ...given } = value;
    let printed = duration(wait, where);
    for (const [edge, setting] of Object.entries(given)) {
      const rule = Object.hasOwn(edges, edge) ? edges[edge] : undefined;
      if (rule === undefined)
        throw new TypeError(`${where} has no "${edge}"; it takes wait, ${Object.keys(edges).join(" and ")}.`);
      if (setting === rule[0]) printed += `.${rule[1]}`;
    }
    return printed;
  };
}

// Always whole milliseconds: the client splits tags at dots, so that `1.5s` would be read as two of them.
function duration(value: unknown, where: string): string {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= longestTime) return `.${value}ms`;
  const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s)?$/.exec(text) ?? [];
  if (amount === undefined) {
    throw new TypeError(`${where} takes a duration such as 500, "500ms" or "1s", not ${shownValue(value)}.`);
  }
  const milliseconds = Math.round(Number(amount) * (unit === "s" ? 1000 : 1));
  if (milliseconds > longestTime) {
    throw new RangeError(
      `${where} is longer than timers know, which would be over at once: it takes at most ${longestTime} milliseconds, not ${shownValue(value)}.`,
    );
  }
  return unit === "s" && !amount.includes(".") ? `.${amount}s` : `.${milliseconds}ms`;
}

function oneOf(value: unknown, choices: readonly string[], where: string): string {
  const choice = choices.find((name) => name === value);
  if (choice !== undefined) return choice;
  throw new TypeError(`${where} takes ${choices.join(", ")}, not ${shownValue(value)}.`);
}

function tagName(name: string, where: string): string {
  if (/^[^\sA-Z."'<>/=]+$/.test(name) && !name.includes("__")) return `.${name}`;
  throw new TypeError(
    `${where} cannot be "${name}": HTML folds capitals, and dots, "__" and spaces have meanings of their own.`,
  );
}
