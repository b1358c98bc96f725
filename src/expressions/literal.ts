import { dataFor, describe } from "../base/describe.js";
import { containsItself, deepest, pathOf, tooDeep } from "../base/json.js";
import { isPlainObject } from "../base/plain-object.js";
import { abandon } from "../base/promises.js";
import { setBounded } from "../base/set-bounded.js";
import { escapeCharacter } from "./escape.js";
import { Expression, isExpression } from "./expression.js";
import { safeRegularExpression } from "./regular-expression.js";
import { isPlainlyValue, shapeOf } from "./shape.js";
import { Signal } from "./signal.js";
import { Unknown } from "./unknown.js";

/**
 * Prints a value as JavaScript source that evaluates to that value, whatever it holds, after the Datastar client has
 * rewritten the expression around it. Signals print as references and expressions as themselves.
 *
 * @throws TypeError for what has no literal: functions, symbols, promises, class instances, cycles
 */
export function literal(value: unknown): string {
  return print(value, noParents);
}

/** Prints the URL of an action: a string literal that keeps its slashes. */
export function urlLiteral(url: string): string {
  return quote(url, unsafeInUrl);
}

// The client works on the source text, with regular expressions that know little of JavaScript: it calls every
// `@name(`, also in strings; reads `$name` as a signal wherever its idea of a string ends too early; splits statements
// at `;`, and loses count at an escaped backslash, a division's `/` or a function's `}`; and takes out its own escape
// markers, which begin with U+1F595. A literal therefore spells all of these as escape sequences.
const unsafe = /[\\'"`$@;/}\p{Cc}\u2028\u2029\u{1F595}\p{Surrogate}]/gu;
const unsafeInUrl = /[\\'"`$@;}\p{Cc}\u2028\u2029\u{1F595}\p{Surrogate}]/gu;

function quote(text: string, pattern: RegExp): string {
  return `'${text.search(pattern) < 0 ? text : text.replace(pattern, escapeCharacter)}'`;
}

const noParents: readonly object[] = [];

/**
 * Prints a value for a place that takes one operand: an argument, an item, a property.
 *
 * @param parents what it stands in, for error messages
 * @throws TypeError for an expression of several statements
 */
export function operand(value: unknown, parents = noParents): string {
  return printOperand(value, parents);
}

/** Prints a function without parameters that returns a value. */
export function arrowFunction(value: unknown, parents = noParents): string {
  const text = operand(value, parents);
  // A brace would begin a block of statements.
  return `() => ${text.trimStart().startsWith("{") ? `(${text})` : text}`;
}

function printOperand(value: unknown, parents: readonly object[]): string {
  if (value instanceof Signal || !isExpression(value)) return print(value, parents);
  const { source } = value;
  if (isPlainlyValue(source)) return source;
  const { kind, endsInComment } = shapeOf(source, value);
  if (kind === "statements") throw new TypeError(`"${source}" is a list of statements, where one value is needed.`);
  const text = endsInComment ? `${source}\n` : source;
  return kind === "sequence" ? `(${text})` : text;
}

// Not a switch, for which engines look up the name of the type.
function print(value: unknown, parents: readonly object[]): string {
  if (typeof value === "string") return quote(value, unsafe);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : `${value}`;
  if (typeof value === "object") return value === null ? "null" : printObject(value, parents);
  if (typeof value === "boolean" || value === undefined) return `${value}`;
  return typeof value === "bigint" ? `${value}n` : refuse(value, parents);
}

function printObject(value: object, parents: readonly object[]): string {
  // Most objects are of this copy of the package, or data: others are asked last.
  if (value instanceof Expression) return value.source;
  const reference = value instanceof Signal ? Signal.sourceOf(value) : undefined;
  if (reference !== undefined) return reference;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof RegExp) return safeRegularExpression(value.source, value.flags);
  if (parents.includes(value)) return refuse(value, parents, `a value ${containsItself}`);
  if (parents.length >= deepest) return refuse(value, parents, `a value ${tooDeep}`);

  const lineage = [...parents, value];
  if (Array.isArray(value)) return `[${Array.from(value, (item) => printOperand(item, lineage)).join(", ")}]`;
  if (!isPlainObject(value)) {
    if (value instanceof Unknown) return value.asLiteral();
    const source = isExpression(value) ? value.source : Signal.sourceOf(value);
    if (source !== undefined) return source;
    return refuse(value, parents);
  }
  return printProperties(value, (item) => printOperand(item, lineage));
}

/** @param parents what it stands in, from the outermost to the innermost */
function refuse(value: unknown, parents: readonly object[], what = describe(value)): never {
  abandon(parents[0] ?? value);
  const path = pathTo(value, parents);
  throw new TypeError(
    `${path === "" ? capitalised(what) : `"${path}", ${what},`} cannot be put into a Datastar expression; ` +
      `${dataFor(value) ?? "pass plain data, a signal or js`…`"}.`,
  );
}

function pathTo(value: unknown, parents: readonly object[]): string {
  const names = parents.map((parent, i) => {
    const child = i + 1 < parents.length ? parents[i + 1] : value;
    return Object.entries(parent).find(([, item]) => item === child)?.[0] ?? "?";
  });
  return pathOf(names);
}

/**
 * Prints an object literal.
 *
 * @param print prints a value, or gives `undefined` to leave the property out
 * @param rename gives the name to print for a property
 */
export function printProperties(
  object: Record<string, unknown>,
  print: (value: unknown, name: string) => string | undefined,
  rename?: (name: string) => string,
): string {
  let text = "";
  for (const name of Object.keys(object)) {
    const value = print(object[name], name);
    if (value !== undefined)
      text += `${text === "" ? "" : ", "}${label(rename === undefined ? name : rename(name))}${value}`;
  }
  return `{${text}}`;
}

const labels = new Map<string, string>();

/** What stands before the value of a property. */
function label(name: string): string {
  return labels.get(name) ?? setBounded(labels, 1024, name, `${propertyName(name)}: `);
}

function propertyName(name: string): string {
  // A plain `__proto__:` would set the prototype.
  if (name === "__proto__") return "['__proto__']";
  return /^[A-Za-z_]\w*$/.test(name) ? name : quote(name, unsafe);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
