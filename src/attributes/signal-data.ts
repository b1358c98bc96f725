// Values of signals in an attribute: a set, several, an object of values, or one value.
import { describe } from "../base/describe.js";
import { problemOf } from "../base/json.js";
import { isPlainObject } from "../base/plain-object.js";
import { namesPrototype } from "../base/prototype-name.js";
import { refuseData } from "../base/refused-data.js";
import { checkHeld } from "../expressions/held-value.js";
import { InitialValues } from "../expressions/initial-values.js";
import { operand, printProperties } from "../expressions/literal.js";
import { Signal } from "../expressions/signal.js";

type Data = Record<string, unknown>;

/** The values that signals begin with, if that is what a value is: of a set, an object, or an array of those. */
export function dataOf(value: unknown, where: string): Data | undefined {
  if (Array.isArray(value))
    return value.filter(isThere).reduce<Data>((data, item) => merge(data, partOf(item, where)), {});
  const data = InitialValues.of(value) ?? value;
  return isPlainObject(data) ? data : undefined;
}

function isThere(item: unknown): boolean {
  return item !== null && item !== undefined && item !== false;
}

function partOf(item: unknown, where: string): Data {
  const data = Array.isArray(item) ? undefined : dataOf(item, where);
  if (data !== undefined) return data;
  throw new TypeError(`${where}: an array holds sets of signals and objects of values, not ${describe(item)}.`);
}

/**
 * Adds what an object holds to data, in place of what is there for the same signal. Objects go in as copies, so that
 * more can be added to them: to copy all that is there for each that is added takes time that grows with the square.
 */
function merge(data: Data, added: Data): Data {
  for (const [name, value] of Object.entries(added)) {
    const known = Object.hasOwn(data, name) ? data[name] : undefined;
    data[name] = isPlainObject(value) ? merge(isPlainObject(known) ? known : {}, value) : value;
  }
  return data;
}

/**
 * Prints values of signals, and expressions for them.
 *
 * @throws TypeError for what a signal cannot hold, since JSON cannot carry it
 */
export function printData(data: Data, where: string): string {
  return printedSafely(data, where, (data) => printSignals(data, "", where));
}

function printSignals(data: Data, prefix: string, where: string): string {
  return printProperties(data, (value, name) => {
    if (value === undefined) return undefined;
    // `null` stays: it removes the signal.
    if (value === null || (typeof value !== "object" && problemOf(value) === undefined)) return operand(value);
    const path = prefix + name;
    if (isPlainObject(value)) return printSignals(value, `${path}.`, where);
    refuseItself(value, path, where);
    return printHeld(value, path, where);
  });
}

/**
 * Prints the value of one signal.
 *
 * @param where the attribute, in whose name is that of the signal
 * @throws TypeError for what a signal cannot hold
 */
export function printDatum(value: unknown, where: string): string {
  const [, path = ""] = /:(.+?)(?:__|$)/.exec(where) ?? [];
  return printedSafely(value, where, (value) =>
    isPlainObject(value) ? printSignals(value, `${path}.`, where) : printHeld(value, path, where),
  );
}

function printHeld(value: unknown, path: string, where: string): string {
  checkHeld(value, (inside) => `${where}: the signal "${inside === "" ? path : `${path}.${inside}`}"`);
  return operand(value);
}

/** A set that is spread into an object leaves the references to its signals there, and no values. */
function refuseItself(value: unknown, path: string, where: string): void {
  if (typeof value !== "object" || Signal.pathOf(value) !== path) return;
  throw new TypeError(
    `${where}: the signal "${path}" would begin with its own value. A set of signals is given as it is, and not spread: ` +
      "data-signals={set}; several of them, and other values, in an array: data-signals={[set, { more: 1 }]}.",
  );
}

/** Prints data, but for properties named `__proto__`, which the client would take for the prototype. */
function printedSafely<T>(data: T, where: string, print: (data: T) => string): string {
  const text = print(data);
  // The text tells of most data that it need not be searched.
  if (!text.includes("__proto__") || typeof data !== "object" || data === null || !namesPrototype(data)) return text;
  refuseData(`${where}:`, '"__proto__" cannot be the name of a signal. It was left out.');
  return print(withoutPrototype(data) as T);
}

function withoutPrototype(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutPrototype);
  if (!isPlainObject(data)) return data;
  const entries = Object.entries(data).filter(([name]) => name !== "__proto__");
  return Object.fromEntries(entries.map(([name, item]) => [name, withoutPrototype(item)]));
}
