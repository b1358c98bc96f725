import { describe } from "../base/describe.js";
import { isPlainObject } from "../base/plain-object.js";
import { InitialValues } from "../expressions/initial-values.js";
import { wrongBody } from "./body.js";

/** Deeper than any parser nests the names of fields: what is deeper contains itself. */
const deepest = 32;

/**
 * The form that a parser has made an object of, as those of Express, Koa and Fastify do. What `qs` has nested gets its
 * brackets back: `{ a: { b: "1" } }` was sent as `a[b]=1`.
 *
 * @throws TypeError for what no field can be
 */
export function formOf(parsed: unknown): FormData {
  if (parsed instanceof FormData) return parsed;
  const form = new FormData();
  if (parsed instanceof URLSearchParams) {
    for (const [name, value] of parsed) form.append(name, value);
    return form;
  }
  if (!isRecord(parsed))
    throw wrongBody("What was parsed of a form must be FormData, or an object of its fields", parsed);
  for (const [name, value] of Object.entries(parsed)) appendField(form, name, value, 0);
  return form;
}

/** An object of fields. Parsers make some whose prototype is an empty object of theirs, with nothing behind it. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Of a field that was sent very often, `qs` makes an object of its values, by their places. */
function isList(value: object): boolean {
  const values = Object.entries(value);
  return values.length > 0 && values.every(([place, item], index) => place === String(index) && !isRecord(item));
}

function appendField(form: FormData, name: string, parsed: unknown, depth: number): void {
  const value: unknown = isRecord(parsed) && isList(parsed) ? Object.values(parsed) : parsed;
  if (value === undefined || value === null) return;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    form.append(name, String(value));
  else if (value instanceof Blob) form.append(name, value);
  else if (Array.isArray(value) && depth < deepest) {
    value.forEach((item: unknown, index) =>
      appendField(form, isRecord(item) ? `${name}[${index}]` : name, item, depth + 1),
    );
  } else if (isRecord(value) && depth < deepest) {
    for (const [key, item] of Object.entries(value)) appendField(form, `${name}[${key}]`, item, depth + 1);
  } else throw notAField(name, value, depth);
}

function notAField(name: string, value: unknown, depth: number): TypeError {
  // `@fastify/multipart` puts into each field all the others.
  const [field, what] =
    depth < deepest ? [name, describe(value)] : [name.split("[", 1)[0], "an object that contains itself"];
  return new TypeError(
    `The field "${field}" was parsed into ${what}, which is neither text nor a file. Parsers that can make FormData of the ` +
      "form do (`await request.formData()`).",
  );
}

/**
 * The fields of a form as a schema takes them: a field that was sent several times is an array.
 *
 * A set of signals says what its fields are, and they become that: numbers, arrays also of one value or none, and
 * booleans, which a checkbox says by being there. A nested signal is a field with a dotted name.
 */
export function fieldsOf(form: FormData, schema: unknown): { [name: string]: unknown } {
  const declared = InitialValues.of(schema);
  if (isPlainObject(declared)) return declaredFields(form, declared, "");
  // Not assigned one by one: a field can be named `__proto__`.
  return Object.fromEntries(Array.from(new Set(form.keys()), (name) => [name, oneOrAll(form.getAll(name))]));
}

type Values = readonly FormDataEntryValue[];

function declaredFields(
  form: FormData,
  declared: Readonly<Record<string, unknown>>,
  path: string,
): { [name: string]: unknown } {
  const fields = Object.entries(declared).map(([name, initial]) => [
    name,
    isPlainObject(initial)
      ? declaredFields(form, initial, `${path}${name}.`)
      : declaredField(form.getAll(path + name), initial),
  ]);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function declaredField(values: Values, initial: unknown): unknown {
  if (typeof initial === "boolean") return values.length > 0 && values.at(-1) !== "false";
  if (Array.isArray(initial)) return values.map((value) => numberIf(typeof initial[0] === "number", value));
  const value = oneOrAll(values);
  return typeof value === "string" ? numberIf(typeof initial === "number", value) : value;
}

/** Text that is no number stays as it is: the schema says what is wrong with it. */
function numberIf(isNumber: boolean, value: FormDataEntryValue): FormDataEntryValue | number {
  if (!isNumber || typeof value !== "string" || value.trim() === "") return value;
  const number = Number(value);
  return Number.isFinite(number) ? number : value;
}

function oneOrAll(values: Values): FormDataEntryValue | Values | undefined {
  return values.length < 2 ? values[0] : values;
}
