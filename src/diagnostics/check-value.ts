import type { ExpressionKind, Form, Plugin } from "../attributes/plugins.js";
import { setting } from "../base/client.js";
import { checkBareAssignment, checkBareName } from "./bare-names.js";
import { checkExpression, checkPlainObject, signalsIn } from "./check-expression.js";
import { checkFilter } from "./check-filter.js";
import { statementsOf, withoutCalls, withoutStrings } from "./client-source.js";
import { type Diagnostic, error, warning } from "./diagnostic.js";
import { checkEffect } from "./effects.js";
import { isIdle } from "./idle-expression.js";
import { type ObjectLiteral, readObject } from "./object-literal.js";

/** Checks what an attribute's value says, once it is clear that there must be one. */
export function checkValue(name: string, { runs }: Plugin, form: Form, source: string): readonly Diagnostic[] {
  const problems = forms[form](source, name);
  if (runs === undefined) return problems;
  const compiled = checkExpression(source, runs);
  const isBroken = compiled.some(({ rule, clients }) => rule === "syntax" && clients === undefined);
  if (!isBroken) return [...compiled, ...problems, ...checkUse(runs, source)];
  // A `$` where a name belongs breaks the syntax: that is one mistake, and here is what it is.
  const names = problems.filter(({ rule }) => rule === "invalid-path");
  return names.length > 0 ? names : compiled;
}

type Check = (source: string, plugin: string) => readonly Diagnostic[];

const constant = /^(?:true|false|null|undefined|-?\d+(?:\.\d+)?|"[^"\\]*"|'[^'\\]*')$/;

const forms: { readonly [form in Form]: Check } = {
  expression: () => [],
  datum: () => [],
  events: () => [],
  none: () => [],
  expressions: (source, plugin) => [...object(source, plugin, "{name: value}"), ...texts(readObject(source), plugin)],
  functions: (source, plugin) => [
    ...object(source, plugin, "{name: () => value}"),
    ...functions(readObject(source)),
    ...ownValues(readObject(source)),
    ...texts(readObject(source), plugin),
  ],
  data: (source, plugin) => [
    ...object(source, plugin, "{name: value}"),
    ...signalNames(readObject(source)),
    ...dottedNames(source),
  ],
  path: (source) => checkPath(source),
  filter: (source) => {
    const problems = checkPlainObject(source);
    if (problems.length > 0) return problems;
    if (!constant.test(source.trim())) return checkFilter(source);
    return [error("invalid-value", `a filter is {include: /…/, exclude: /…/}, without ${source.trim()}.`)];
  },
  text: () => [],
  loop: (source) =>
    // As Rocket tells the names of the items from what it goes through.
    /^[A-Za-z_$][\w$]*(?:\s*,|\s+(?:in|of)\b)/.test(source.trim()) &&
    !/^[A-Za-z_$][\w$]*\s*(?:,\s*[A-Za-z_$][\w$]*\s*)?\sin\s+\S/.test(source.trim())
      ? [error("invalid-value", "the names are those of an item and its index, with in behind: item, i in $list.")]
      : [],
  names: (source) =>
    source.includes(",") ? [error("invalid-value", "the names are separated by spaces, not by commas.")] : [],
};

/** Checks the dotted path that names a signal. */
export function checkPath(path: string): readonly Diagnostic[] {
  // A component's own signal has two in a path as well.
  const isLocal = path.startsWith("$$") && setting.client.rocket;
  if (/^[\w-]+(?:\.[\w-]+)*$/.test(isLocal ? path.slice(2) : path)) return [];
  const bare = path.replace(/^\$/, "");
  const fix =
    bare !== path && /^[\w-]+(?:\.[\w-]+)*$/.test(bare)
      ? `a path has no $: write ${bare}`
      : "it is made of letters, digits, _ and -, with dots between names";
  return [error("invalid-path", `"${path}" is no path of a signal; ${fix}.`)];
}

/** In source whose strings are blanked. */
const choiceOfTexts = /^[^?{}]+\?\s*(?:" *"|' *')\s*:\s*(?:" *"|' *')$/;

function object(source: string, plugin: string, example: string): Diagnostic[] {
  const given = source.trim();
  const isNoObject = constant.test(given) || choiceOfTexts.test(withoutStrings(given)) || /^\[[^]*\]$/.test(given);
  return isNoObject
    ? [error("invalid-value", `without a key, data-${plugin} takes an object, ${example}; ${given} is none.`)]
    : [];
}

// The client refuses leaves that are not functions. Names and calls may stand for one.
function functions(object: ObjectLiteral | undefined): Diagnostic[] {
  return Array.from(object ?? []).flatMap(([name, { source, object }]) => {
    if (object !== undefined) return functions(object);
    if (/^\(\)\s*=>\s*\(?(?:\(\)|[A-Za-z_]\w*)\s*=>/.test(source)) {
      return [
        error(
          "uncalled-function",
          `nothing calls the function in "${name}"; a computed signal is a value, and the () => in front of it are added.`,
        ),
      ];
    }
    const maybe = /=>|\bfunction\b/.test(source) || /^[A-Za-z_][\w.]*(?:\([^]*\))?$/.test(source);
    if (maybe && !constant.test(source)) return [];
    return [error("invalid-value", `"${name}" must be a function: {${name}: () => ${source}}.`)];
  });
}

// The client has no value yet to compute it of.
function ownValues(object: ObjectLiteral | undefined, prefix = ""): Diagnostic[] {
  return Array.from(object ?? []).flatMap(([name, { source, object }]) =>
    object === undefined ? checkOwnValue(prefix + name, source) : ownValues(object, `${prefix}${name}.`),
  );
}

/** Checks that a computed signal is not made of itself. */
export function checkOwnValue(path: string, source: string): Diagnostic[] {
  const isRead = signalsIn(withoutCalls(source, "@peek(")).some((use) => use.path === path && use.how === "read");
  return isRead
    ? [
        warning(
          "effect-loop",
          `$${path} is computed of itself, and has no value then; compute it of other signals, or set it in a listener.`,
        ),
      ]
    : [];
}

// Further inside, such a name may belong to the data of a signal.
function dottedNames(source: string): Diagnostic[] {
  return [...(readObject(source)?.keys() ?? [])]
    .filter((name) => /^\w+(?:\.\w+)+$/.test(name))
    .map((name) => {
      const names = name.split(".");
      return error(
        "invalid-path",
        `"${name}" would be one signal with a dot in its name, which no expression can use; nest it: {${names.join(": {")}: …${"}".repeat(names.length)}.`,
      );
    });
}

function signalNames(object: ObjectLiteral | undefined): Diagnostic[] {
  return Array.from(object ?? []).flatMap(([name, { object }]) => [
    ...signalNames(object),
    ...(/^\$\w/.test(name) ? [error("invalid-path", `a signal is declared without its $: ${name.slice(1)}.`)] : []),
  ]);
}

// An arrow function reaches to the end of its statement: there is nothing behind it that could call it.
const arrowFunction = /^(?:async\s+)?(?:\([^()]*\)|[A-Za-z_]\w*)\s*=>/;

function checkUse(kind: ExpressionKind, source: string): readonly Diagnostic[] {
  if (arrowFunction.test(source.trim()) && statementsOf(source).length === 1) {
    return [error("uncalled-function", "nothing calls this function; write what is in it, without the =>.")];
  }
  const isDone = kind === "statements" || kind === "effect" || kind === "patch";
  if (isDone && isIdle(source))
    return [error("value-required", `${source.trim()} does nothing here; give an expression that does.`)];
  const unsigned = isDone ? checkBareAssignment(source) : checkBareName(source);
  if (kind === "effect") return [...unsigned, ...checkEffect(source)];
  if (kind !== "shown") return unsigned;
  const [use] = signalsIn(source).filter(({ how }) => how !== "read");
  if (use === undefined) return unsigned;
  const hint = use.how === "set" ? "; to compare, write ===" : "";
  return [warning("assignment", `this sets $${use.path} whenever it is read${hint}.`)];
}

const textLiteral = /^(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")$/;
const operator = String.raw`[!=]==?|[<>]=?|&&|\|\||\?\??|[-+*/%]`;
/** A signal, by itself, negated or with an operator behind it; or the call of an action. */
const likeSource = new RegExp(
  String.raw`^[!(\s]*\$[A-Za-z_][\w.-]*\s*(?:$|\)|(?:${operator})\s*[^\s])|^@(?<action>\w+)\(`,
);

/** Strings among expressions are text. */
function texts(object: ObjectLiteral | undefined, plugin: string): Diagnostic[] {
  return Array.from(object ?? []).flatMap(([name, { source, object }]) => {
    if (object !== undefined) return texts(object, plugin);
    const text = textOf(source.replace(/^\(\) => /, ""));
    const match = likeSource.exec(text);
    if (match === null) return [];
    const action = match.groups?.["action"];
    const meant = action === undefined ? text : `@${action}(…)`;
    return [
      warning(
        "text-for-expression",
        `"${name}" is the text "${meant}" here, as strings in objects are; for the expression write js\`${meant}\`, or the signal itself: data-${plugin}={{ ${JSON.stringify(name)}: js\`${meant}\` }}.`,
      ),
    ];
  });
}

/** What a literal says, with the characters that our serialiser escapes; nothing if it is none. */
function textOf(source: string): string {
  const [, single, double] = textLiteral.exec(source) ?? [];
  return (single ?? double ?? "").replace(/\\x([\da-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
