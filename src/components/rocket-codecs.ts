// The codecs of Rocket's props. In the browser they decode; here they say what a prop takes, and write its attribute.
import { describe } from "../base/describe.js";
import { findNotJson } from "../base/json.js";

declare const value: unique symbol;

type Default<T> = T | (() => T);

/** What a prop takes. What is chained to it, the browser does. */
export interface Codec<T> {
  readonly [value]: T;
}

interface Plain<T> extends Codec<T> {
  default(value: Default<T>): Plain<T>;
}

interface StringCodec extends Codec<string> {
  readonly trim: StringCodec;
  readonly upper: StringCodec;
  readonly lower: StringCodec;
  readonly kebab: StringCodec;
  readonly camel: StringCodec;
  readonly snake: StringCodec;
  readonly pascal: StringCodec;
  readonly title: StringCodec;
  prefix(text: string): StringCodec;
  suffix(text: string): StringCodec;
  maxLength(length: number): StringCodec;
  default(value: Default<string>): StringCodec;
}

interface NumberCodec extends Codec<number> {
  readonly round: NumberCodec;
  min(value: number): NumberCodec;
  max(value: number): NumberCodec;
  clamp(min: number, max: number): NumberCodec;
  step(step: number, base?: number): NumberCodec;
  ceil(decimals?: number): NumberCodec;
  floor(decimals?: number): NumberCodec;
  fit(inMin: number, inMax: number, outMin: number, outMax: number, clamped?: boolean, rounded?: boolean): NumberCodec;
  default(value: Default<number>): NumberCodec;
}

type ValueOf<C> = C extends Codec<infer T> ? T : C;

/**
 * The codecs that a component's props are made of.
 *
 * @see https://data-star.dev/reference/rocket#codec-tables
 */
export interface Codecs {
  readonly string: StringCodec;
  readonly number: NumberCodec;
  readonly bool: Plain<boolean>;
  readonly date: Plain<Date>;
  readonly json: Plain<unknown>;
  readonly js: Plain<unknown>;
  readonly bin: Plain<Uint8Array>;
  array<T>(codec: Codec<T>): Plain<readonly T[]>;
  array<const T extends readonly Codec<unknown>[]>(...codecs: T): Plain<{ readonly [K in keyof T]: ValueOf<T[K]> }>;
  object<const T extends { readonly [name: string]: Codec<unknown> }>(shape: T): Plain<Props<T>>;
  oneOf<const T extends readonly unknown[]>(...values: T): Plain<ValueOf<T[number]>>;
}

/** The values of props by their codecs. */
export type Props<Defs> = { readonly [name in keyof Defs]: ValueOf<Defs[name]> };

/** Writes the text of an attribute; `undefined` for a value that it cannot carry. */
type Encode = (value: unknown) => string | undefined;

const encoders = new WeakMap<object, Encode>();

/** A codec to which anything can be chained. */
function codec<C>(encode: Encode): C {
  const chained: object = new Proxy(() => {}, { get: () => chained, apply: () => chained });
  encoders.set(chained, encode);
  return chained as C;
}

const isDate = (value: unknown): value is Date => value instanceof Date && !Number.isNaN(value.getTime());

const json: Encode = (value) => (findNotJson(value, isDate) === undefined ? JSON.stringify(value) : undefined);

const encodings: { readonly [name in Exclude<keyof Codecs, "array" | "object" | "oneOf">]: Encode } = {
  string: (value) => (typeof value === "string" || typeof value === "number" ? String(value) : undefined),
  number: (value) => (typeof value === "number" && Number.isFinite(value) ? String(value) : undefined),
  // Left out, it would be what the component takes by default.
  bool: (value) => (typeof value === "boolean" ? String(value) : undefined),
  date: (value) => (isDate(value) ? value.toISOString() : undefined),
  json,
  js: json,
  bin: (value) =>
    value instanceof Uint8Array ? btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join("")) : undefined,
};

/** The codecs as the function of a component gets them. */
export const codecs: Codecs = {
  string: codec(encodings.string),
  number: codec(encodings.number),
  bool: codec(encodings.bool),
  date: codec(encodings.date),
  json: codec(encodings.json),
  js: codec(encodings.js),
  bin: codec(encodings.bin),
  array: () => codec<never>(json),
  object: () => codec(json),
  oneOf: () => codec((value) => (typeof value === "object" ? json(value) : String(value))),
};

/** @throws TypeError for a value that the codec cannot carry, and for what is no codec */
export function encode(codec: Codec<unknown>, value: unknown, where: string): string {
  const encoder = encoders.get(codec);
  if (encoder === undefined)
    throw new TypeError(`${where} has no codec of Rocket: take it from the argument of props.`);
  const text = encoder(value);
  if (text === undefined) throw new TypeError(`${where} cannot be ${describe(value)}.`);
  return text;
}
