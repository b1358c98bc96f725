// Values of signals in an attribute: a set, several, an object of values, or one value.
import { describe } from "../base/describe.js";
import { isPlainObject } from "../base/plain-object.js";
import { namesPrototype } from "../base/prototype-name.js";
import { InitialValues } from "../expressions/initial-values.js";
import { literal, operand, printProperties } from "../expressions/literal.js";
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

export function printData(data: Data, where: string): string {
  return checked(printSignals(data, "", where), data, where);
}

function printSignals(data: Data, prefix: string, where: string): string {
  return printProperties(data, (value, name) => {
    if (value === undefined) return undefined;
    if (isPlainObject(value)) return printSignals(value, `${prefix}${name}.`, where);
    refuseItself(value, prefix + name, where);
    // `null` stays: it removes the signal.
    return operand(value);
  });
}

/** Prints the value of one signal. */
export function printDatum(value: unknown, where: string): string {
  return checked(literal(value), value, where);
}

/** A set that is spread into an object leaves the references to its signals there, and no values. */
function refuseItself(value: unknown, path: string, where: string): void {
  if (typeof value !== "object" || Signal.pathOf(value) !== path) return;
  throw new TypeError(
    `${where}: the signal "${path}" would begin with its own value. A set of signals is given as it is, and not spread: ` +
      "data-signals={set}; several of them, and other values, in an array: data-signals={[set, { more: 1 }]}.",
  );
}

/** Returns what data has been printed as, unless it cannot be the client's. */
function checked(text: string, data: unknown, where: string): string {
  // The text tells of most data that it need not be searched.
  if (text.includes("__proto__") && typeof data === "object" && data !== null && namesPrototype(data)) {
    throw new TypeError(`${where}: "__proto__" cannot be the name of a signal.`);
  }
  return text;
}
