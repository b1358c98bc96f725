import type { AttributeName } from "../../diagnostics/parse-name.js";

/** A place in a module where a name stands. */
export interface NamePlace {
  readonly start: number;
  readonly end: number;
  /** How it is written there: `{ name }` stands for two things at once. */
  readonly form: "plain" | "shorthand" | KeyPart;
}

/** A part of the key of an attribute, which the client reads in another case than it is written. */
export interface KeyPart {
  readonly attribute: AttributeName;
  readonly index: number;
}

/** A place with the name that stands there. */
export interface NamedPlace extends NamePlace {
  readonly name: string;
}

/** A place where a module names a signal. */
export interface SignalName extends NamePlace {
  /** The names up to this one: `user.email`. */
  readonly path: string;
  /**
   * Whether it declares the signal, and whether it is what `signals()` is given, and so what TypeScript knows the
   * properties of the set by.
   */
  readonly declares: "nothing" | "signal" | "property";
}

/** A value whose properties are signals, as what `patchSignals` is given. */
export interface State {
  readonly start: number;
  readonly end: number;
  /** The path of the signal that it is the value of, with a dot behind it. */
  readonly prefix: string;
  readonly form: "value" | "shorthand" | "promise";
}

/** What names signals in a piece of a module. */
export interface Names {
  readonly names: readonly SignalName[];
  readonly states: readonly State[];
}

/** Joins the names of several pieces. */
export function joinNames(all: readonly Names[]): Names {
  return { names: all.flatMap(({ names }) => names), states: all.flatMap(({ states }) => states) };
}

export const noNames: Names = { names: [], states: [] };

/** @param offsetOf the offset in the module of a character of the path */
export function namesInPath(
  path: string,
  offsetOf: (index: number) => number,
  declares: SignalName["declares"],
): readonly SignalName[] {
  return Array.from(path.matchAll(/[^.]+/g), ({ 0: name, index }) => ({
    path: path.slice(0, index + name.length),
    start: offsetOf(index),
    end: offsetOf(index + name.length - 1) + 1,
    form: "plain",
    declares,
  }));
}

/** The names in a regular expression that begins with a signal's path and knows where that ends: `/^user\.email$/`. */
export function namesInPattern(pattern: string, offsetOf: (index: number) => number): readonly SignalName[] {
  const [, path = ""] = /^\^(\w+(?:\\\.\w+)*)(?=\$|\\\.)/.exec(pattern) ?? [];
  return Array.from(path.matchAll(/(?:^|\\\.)(\w+)/g), ({ 0: part, 1: name = "", index }) => {
    const end = index + part.length;
    const start = offsetOf(1 + end - name.length);
    const ofPath = path.slice(0, end).replaceAll("\\.", ".");
    return { path: ofPath, start, end: start + name.length, form: "plain", declares: "nothing" };
  });
}
