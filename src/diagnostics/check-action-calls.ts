import { requestActions } from "../expressions/action-names.js";
import type { ActionOptions } from "../expressions/actions.js";
import { checkFilter } from "./check-filter.js";
import { actionCall, withoutEscapes, withoutStrings } from "./client-source.js";
import { type Diagnostic, error, warning } from "./diagnostic.js";
import { suggest } from "./nearest.js";
import { type ObjectLiteral, readArguments, readObject } from "./object-literal.js";

/** Checks what the actions of an expression are given, as far as it is written there. */
export function checkActionCalls(source: string): readonly Diagnostic[] {
  const text = withoutEscapes(source);
  // Calls in each other are read once for each that is around them.
  let budget = deepest * text.length;
  return Array.from(withoutStrings(text).matchAll(actionCall)).flatMap((match) => {
    const action = match[1] ?? "";
    if (!Object.hasOwn(checks, action) || budget < 0) return [];
    const start = match.index + match[0].length;
    const given = readArguments(text, start);
    budget -= given === undefined ? text.length - start : given.join().length;
    return given === undefined ? [] : (checks[action]?.(given, action) ?? []);
  });
}

/** How many calls around a call are read at most. */
const deepest = 20;

type Check = (given: readonly string[], action: string) => readonly Diagnostic[];

const text = /^(?:"[^"\\]*"|'[^'\\]*')$/;
const plain = /^(?:true|false|null|undefined|-?\d+(?:\.\d+)?|"[^"\\]*"|'[^'\\]*'|\/.*\/\w*)$/;

const checks: { readonly [action: string]: Check } = {
  ...Object.fromEntries(requestActions.map((name) => [name, checkRequest])),
  setAll: ([value, filter], action) => {
    if (value === undefined) return [refused("@setAll needs a value: @setAll(true, {include: /^name$/}).")];
    return filterOf(filter, action, "@setAll(value, {include: /^name$/})");
  },
  toggleAll: ([filter], action) => filterOf(filter, action, "@toggleAll({include: /^name$/})"),
  peek: ([value]) =>
    value !== undefined && /^\$\w+(?:\.\w+)*$/.test(value)
      ? [refused(`@peek takes a function: @peek(() => ${value}).`)]
      : [],
  clipboard: ([value]) =>
    value === undefined ? [refused("@clipboard needs the text to copy: @clipboard($text).")] : [],
};

function checkRequest([url, options]: readonly string[], action: string): readonly Diagnostic[] {
  if (url === undefined || /^(?:""|'')$/.test(url)) return [refused(`@${action} needs a URL: @${action}('/path').`)];
  if (options === undefined) return [];
  const object = readObject(options);
  if (object !== undefined) return checkOptions(object, action);
  return plain.test(options)
    ? [refused(`the options of @${action} are an object, {contentType: 'form'}; ${options} is none.`)]
    : [];
}

type Takes = readonly string[] | "number" | "filter" | undefined;

// What each option takes; `undefined` where anything goes.
const options: { readonly [name: string]: Takes } = {
  contentType: ["json", "form"],
  selector: undefined,
  headers: undefined,
  filterSignals: "filter",
  payload: undefined,
  openWhenHidden: undefined,
  requestCancellation: ["auto", "cleanup", "disabled"],
  retry: ["auto", "error", "always", "never"],
  retryInterval: "number",
  retryScaler: "number",
  retryMaxWait: "number",
  retryMaxCount: "number",
  responseOverrides: undefined,
} satisfies { readonly [name in keyof Required<ActionOptions>]: Takes };

// As other libraries, and Datastar before 1.0, name them.
const elsewhere: { readonly [name: string]: string } = {
  method: "the name of the action is the method.",
  body: "what is sent in place of the signals is payload.",
  data: "what is sent in place of the signals is payload.",
  includeLocal: "the signals to send are chosen by filterSignals.",
  retryMaxWaitMs: "it is retryMaxWait now.",
};

function checkOptions(object: ObjectLiteral, action: string): readonly Diagnostic[] {
  const names = Object.keys(options);
  return Array.from(object).flatMap(([name, { source }]) => {
    if (!Object.hasOwn(options, name)) {
      const remedy = Object.hasOwn(elsewhere, name)
        ? elsewhere[name]
        : suggest(name, names, `the options are ${names.join(", ")}.`);
      return [refused(`@${action} has no option "${name}"; ${remedy}`)];
    }
    if (name === "responseOverrides")
      return [
        warning(
          "ignored-by-client",
          `@${action} does nothing with responseOverrides, in any client so far; say in the reply where it goes: elementsResponse(…, { selector, mode }).`,
        ),
      ];
    const takes = options[name];
    if (takes === undefined) return [];
    if (takes === "filter") return filterOf(source, name, "{filterSignals: {include: /^name$/}}");
    if (takes === "number") return text.test(source) ? [refused(`${name} takes a number, not ${source}.`)] : [];
    if (!plain.test(source) || (text.test(source) && takes.includes(source.slice(1, -1)))) return [];
    return [refused(`${name} takes ${takes.map((value) => `'${value}'`).join(", ")}, not ${source}.`)];
  });
}

function filterOf(source: string | undefined, where: string, example: string): readonly Diagnostic[] {
  if (source === undefined) return [];
  if (plain.test(source)) return [refused(`${where} takes a filter: ${example}, not ${source}.`)];
  return checkFilter(source).map(({ message }) => refused(`${where}: ${message}`));
}

function refused(message: string): Diagnostic {
  return error("action-arguments", message);
}
