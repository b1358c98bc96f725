import type { StandardSchemaV1 } from "@standard-schema/spec";
import { type Described, described, describe } from "../base/describe.js";
import { isPlainObject } from "../base/plain-object.js";
import { checkHeld, isNothing } from "./held-value.js";
import { InitialValues } from "./initial-values.js";
import { checkSignalName, openSignal, Signal } from "./signal.js";
import { validateState } from "./validate-state.js";

declare const notJson: unique symbol;

/** Stands for a signal that cannot hold its value, since JSON cannot carry that; no value fits. */
export interface NotJson<name> {
  readonly [notJson]: name;
}

// No date, function, collection or promise is without all of these.
interface Plain {
  // Every object has this one; without it TypeScript would ask for one of the others.
  propertyIsEnumerable(name: PropertyKey): boolean;
  readonly [Symbol.asyncIterator]?: never;
  readonly [Symbol.hasInstance]?: never;
  readonly [Symbol.iterator]?: never;
  readonly [Symbol.match]?: never;
  readonly [Symbol.toPrimitive]?: never;
  readonly [Symbol.toStringTag]?: never;
}

/** An object as JSON has it. Unlike a type with an index signature it takes interfaces as well. */
export type PlainObject = object & Plain;

/** What JSON carries, and so what a signal can hold. Literals are checked throughout, other objects on the surface. */
export type SignalValue = string | number | boolean | null | PlainObject | readonly SignalValue[] | SignalValues;

/** Values of signals by name. */
export interface SignalValues {
  readonly [name: string]: SignalValue | undefined;
}

// Maps what a signal cannot hold to a type that says so.
type Held<T, name = "it"> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly unknown[] | PlainObject
    ? { readonly [K in keyof T]: Held<T[K], K> }
    : NotJson<name>;

/**
 * References to signals: `Signal<T>`, and for a nested object, a record or an array the references to what is in it.
 */
export type SignalRefs<T> = Signal<T> &
  (T extends readonly (infer Item)[]
    ? { readonly [index: number]: SignalRefs<Item> }
    : T extends object
      ? { readonly [K in keyof T]-?: SignalRefs<T[K]> }
      : unknown);

/** A part of a state. `null` removes a signal ({@link https://www.rfc-editor.org/rfc/rfc7386 | RFC 7386}). */
export type SignalPatch<T> = {
  readonly [K in keyof T]?: T[K] extends readonly unknown[]
    ? T[K] | null
    : T[K] extends object
      ? SignalPatch<T[K]> | null
      : T[K] | null;
};

declare const declared: unique symbol;

/** A part of a state whose names and types have been checked: what `patch()` returns. */
export type CheckedPatch<T> = SignalPatch<T> & { readonly [declared]: true };

/** Names that a top-level signal cannot have, because {@link SignalSet} has members of these names. */
type Reserved = "State" | "initial" | "patch" | "pick" | "toJSON" | "with" | "~standard";

/** Values in place of initial ones, to any depth; arrays are replaced as a whole. */
export type InitialOverrides<T> = {
  readonly [K in keyof T]?: T[K] extends readonly unknown[]
    ? T[K]
    : T[K] extends object
      ? InitialOverrides<T[K]>
      : T[K];
};

// Of names that are a parameter, an editor knows where they are declared, and so can rename a signal.
type RefsOf<T, Names extends keyof T> = { readonly [K in Names]-?: SignalRefs<T[K]> };

/** A declared set of signals: its references by name, its initial values, and a validator for what comes back. */
export type Signals<T> = RefsOf<T, Exclude<keyof T, Reserved>> & SignalSet<T>;

/** What {@link signals} returns, without the references. */
export class SignalSet<T> extends InitialValues<T> implements StandardSchemaV1<unknown, T> {
  /** The type of the state: `type State = typeof mySignals.State`. It has no value. */
  declare readonly State: T;

  /** A copy of the initial values. */
  get initial(): T {
    return structuredClone(InitialValues.of(this));
  }

  /** The initial values, which a set stands for wherever it is data. */
  toJSON(): T {
    return this.initial;
  }

  /** For messages. */
  get [described](): Described {
    const [first = "name", ...others] = Object.keys(this);
    const names = [first, ...others.slice(0, 2), ...(others.length > 2 ? ["…"] : [])];
    return {
      name: `a set of signals (${names.join(", ")})`,
      inBrowser: `set.${first}`,
      asData: `write set.initial for the values that it begins with, or name one of its signals, as set.${first}`,
    };
  }

  /** @throws TypeError always: a set has no text */
  [Symbol.toPrimitive](): never {
    throw new TypeError(
      `A${describe(this).slice(1)} has no text: write JSON.stringify(set) for the values that it begins with; the browser has the others.`,
    );
  }

  /**
   * The initial values with others in place of some: `data-signals={todo.with({ draft: "x" })}`.
   *
   * @throws TypeError when it names a signal that was not declared, or gives it a value of another type
   */
  with(values: InitialOverrides<T>): T {
    checkDeclared(values, InitialValues.of(this), "", "with");
    checkHeld(values, (path) => `with(): the signal "${path}"`, isNothing);
    const result = validateState(overridden(InitialValues.of(this), values), InitialValues.of(this));
    if (result.issues === undefined) return result.value;
    const [issue] = result.issues;
    throw new TypeError(`with(): "${issue?.path?.join(".")}": ${issue?.message}.`);
  }

  /**
   * A part of the set, as a set of its own: for `readSignals`, and for `filterSignals`, so that an action sends what
   * its handler reads.
   *
   * @throws TypeError when it names a signal that was not declared
   */
  pick<K extends Exclude<keyof T, symbol>>(...names: readonly [K, ...K[]]): Signals<Pick<T, K>>;
  pick(...names: readonly string[]): SignalSet<unknown> {
    const initial: unknown = InitialValues.of(this);
    checkDeclared(Object.fromEntries(names.map((name) => [name, undefined])), initial, "", "pick");
    return makeSet(Object.fromEntries(names.map((name) => [name, isPlainObject(initial) ? initial[name] : undefined])));
  }

  /**
   * Types and checks a part of the state, for `patchSignals`, `data-signals` and other places that take signal values.
   *
   * @throws TypeError when it names a signal that was not declared
   */
  patch(changes: SignalPatch<T>): CheckedPatch<T> {
    checkDeclared(changes, InitialValues.of(this), "", "patch");
    // The mark exists in the types only.
    return changes as CheckedPatch<T>;
  }

  /** {@link https://standardschema.dev | Standard Schema}: checks a state against the types of the initial values. */
  get "~standard"(): StandardSchemaV1.Props<unknown, T> {
    return {
      version: 1,
      vendor: "datastar-tsx",
      validate: (value) => validateState(value, InitialValues.of(this)),
    };
  }
}

/** Whether a value is a set of signals, of this copy of the package or of another. */
export function isSignalSet(value: unknown): value is SignalSet<object> {
  return InitialValues.of(value) !== undefined;
}

/**
 * Declares signals once: their types, their initial values (`data-signals={todo}`), typed references
 * (`data-bind={todo.draft}`), typed patches (`todo.patch({ draft: "" })`) and a validator (`readSignals(request,
 * todo)`).
 *
 * Signals whose name starts with `_` stay in the browser; the validator fills them in with their initial values.
 *
 * @throws TypeError for names that an expression cannot refer to, and for values that JSON cannot carry
 * @see https://data-star.dev/reference/attributes#data-signals
 */
export function signals<T extends object>(initial: T & Held<T>): Signals<T>;
export function signals(initial: object): SignalSet<unknown> {
  if (!isPlainObject(initial))
    throw new TypeError(`signals() takes an object of initial values, not ${describe(initial)}.`);
  checkHeld(initial, (path) => (path === "" ? "The signals" : `The signal "${path}"`), isNothing);
  return makeSet(copyState(initial, ""));
}

/**
 * References to the signals that a component of Rocket has of its own, which its definition in the browser sets: they
 * print as `$$name`.
 *
 * ```tsx
 * const counter = localSignals<{ count: number }>();
 *
 * <output data-text={counter.count} />; // data-text="$$count"
 * ```
 *
 * @see https://data-star.dev/reference/rocket#rocket-scope-rewriting
 */
export function localSignals<T extends object>(): { readonly [K in keyof T]-?: SignalRefs<T[K]> };
export function localSignals(): object {
  return new Proxy({}, { get: (_, name) => (typeof name === "string" ? openSignal(`$$${name}`) : undefined) });
}

/** An empty array of a type, for `signals({ files: list<SignalFile>() })`. */
export function list<Item>(): readonly Item[] {
  return [];
}

/** An empty object of values by name, for `signals({ byId: record<Item>() })`. */
export function record<Item>(): { readonly [name: string]: Item } {
  return {};
}

/** The names of {@link Reserved} that a signal could have. */
export const reserved: ReadonlySet<string> = new Set<Reserved>(["State", "initial", "patch", "pick", "toJSON", "with"]);

function makeSet(state: Record<string, unknown>): SignalSet<unknown> {
  const set = new SignalSet<unknown>(state);
  for (const name of Object.keys(state)) {
    if (reserved.has(name)) {
      throw new TypeError(
        `signals() has a member named "${name}" itself; rename that signal, or nest it in an object.`,
      );
    }
    Object.defineProperty(set, name, { value: refs(name, state[name]), enumerable: true });
  }
  return set;
}

function refs(path: string, value: unknown): Signal {
  // What an array or an empty object will hold, nobody has declared.
  if (Array.isArray(value) || (isPlainObject(value) && Object.keys(value).length === 0)) return openSignal(path);
  const signal = new Signal(path);
  if (isPlainObject(value)) {
    for (const [name, nested] of Object.entries(value)) {
      Object.defineProperty(signal, name, { value: refs(`${path}.${name}`, nested), enumerable: true });
    }
  }
  return signal;
}

function copyState(state: Record<string, unknown>, prefix: string): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(state)) {
    checkSignalName(name, prefix + name);
    if (value !== undefined)
      copy[name] = isPlainObject(value) ? copyState(value, `${prefix}${name}.`) : copyValue(value, prefix + name);
  }
  return copy;
}

function copyValue(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown, i) => copyValue(item, `${path}.${i}`));
  if (isPlainObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copyValue(item, `${path}.${name}`)]));
  }
  if (value === undefined) throw new TypeError(`The signal "${path}" cannot be undefined: write null.`);
  return value;
}

function overridden(initial: unknown, values: unknown): unknown {
  if (values === undefined) return initial;
  if (!isPlainObject(initial) || !isPlainObject(values)) return values;
  const names = new Set([...Object.keys(initial), ...Object.keys(values)]);
  return Object.fromEntries(Array.from(names, (name) => [name, overridden(initial[name], values[name])]));
}

function checkDeclared(changes: unknown, declared: unknown, prefix: string, method: string): void {
  if (prefix === "" && !isPlainObject(changes)) {
    throw new TypeError(`${method}() takes an object of values by the names of signals, not ${describe(changes)}.`);
  }
  if (!isPlainObject(changes) || !isPlainObject(declared)) return;
  // An empty object was declared for any names.
  if (prefix !== "" && Object.keys(declared).length === 0) return;
  for (const name of Object.keys(changes)) {
    if (!Object.hasOwn(declared, name)) {
      throw new TypeError(
        `${method}() names "${prefix}${name}", which is not among the declared signals: ${Object.keys(declared).join(", ")}.`,
      );
    }
    checkDeclared(changes[name], declared[name], `${prefix}${name}.`, method);
  }
}
