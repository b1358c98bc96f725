// What the browser has for a Datastar expression, as types. `datastar-tsx check` writes each expression as a function
// against these; no program imports them itself. Of what is not known, nothing is complained.
// oxlint-disable typescript/no-explicit-any
import type { Expression } from "../../expressions/expression.js";
import type { Signal } from "../../expressions/signal.js";
import type { SignalSet } from "../../expressions/signals.js";
import type { Actions } from "./actions.js";

export type { ActionOf } from "./actions.js";
export * from "./elements.js";
export type { Fine } from "./answers.js";
export * from "./calls.js";
export * from "./values.js";

declare global {
  /** The signals that a program declares; what is checked adds each. */
  // oxlint-disable-next-line no-empty-object-type -- for declaration merging
  interface DatastarSignals {}
  /** The states of sets of signals whose names only their types tell. */
  // oxlint-disable-next-line no-empty-object-type -- for declaration merging
  interface DatastarStates {}
  /** Values that bring signals, where only their types tell which. */
  // oxlint-disable-next-line no-empty-object-type -- for declaration merging
  interface DatastarGiven {}
}

// Signals ------------------------------------------------------------------------------------------------------------

type Primitive = string | number | bigint | boolean | symbol | null | undefined;
type Callable = (...args: never) => unknown;
type Keys<T> = T extends object ? keyof T : never;
/** What an object of one of these types holds under a name. */
export type At<T, K> = T extends object ? (K extends keyof T ? T[K] : never) : never;
// Arrays first: what else is asked would look at all their methods.
type IsPlain<T> = T extends Primitive | readonly unknown[] ? false : T extends Callable | Node | Event ? false : true;

/** The type of a signal that something declares without saying what it holds: what others say of it counts. */
export interface Untyped {
  readonly [untyped]: true;
}
declare const untyped: unique symbol;

/** The type of a signal that a field fills: it counts where nothing says what the signal holds. */
export interface Bound<T> {
  readonly [bound]: T;
}
declare const bound: unique symbol;

type Fields = Bound<unknown>;
type Filled<T> = [T] extends [never] ? any : [T] extends [Bound<infer Value>] ? Alike<Value> : any;
/** Fields that fill one signal with values of different kinds: nothing is known of it. */
type Alike<T> = [T] extends [string]
  ? T
  : [T] extends [number]
    ? T
    : [T] extends [boolean]
      ? T
      : [T] extends [readonly unknown[]]
        ? T
        : any;

/** What one declaration says. Of several, a union of their types would not tell what each of them says. */
interface Said<T> {
  readonly type: T;
}
type SaidBy<T> = { [K in keyof T]: Said<T[K]> }[keyof T];
/** What several declarations say of a property. */
type SaidOf<S, K> =
  S extends Said<infer T> ? (T extends object ? (K extends keyof T ? Said<T[K]> : never) : never) : never;
type Typed<S> = S extends Said<infer T> ? ([T] extends [Untyped | Fields] ? never : S) : never;
type FieldsOf<S> = S extends Said<infer T> ? Extract<T, Fields> : never;
type TypesOf<S> = S extends Said<infer T> ? T : never;
type Present<S> = S extends Said<infer T> ? ([NonNullable<T>] extends [never] ? never : Said<NonNullable<T>>) : never;
type IsSeveral<S, All = S> = S extends All ? ([All] extends [S] ? false : true) : never;

/** What several declarations say, as one type: a name that several declare may hold what any of them says. */
type Merged<S> = Known<Typed<S>, FieldsOf<S>>;
type Known<S, fields> = [S] extends [never]
  ? Filled<fields>
  : [IsSeveral<S>] extends [false]
    ? OfOne<TypesOf<S>>
    : OfSeveral<S, TypesOf<S>>;
type OfOne<T> = [IsPlain<T>] extends [true]
  ? [IsSeveral<T>] extends [false]
    ? { -readonly [K in keyof T]: Merged<Said<T[K]>> }
    : InBrowser<T>
  : InBrowser<T>;
type OfSeveral<S, T> = [IsPlain<T>] extends [true]
  ? { [K in Exclude<Keys<T>, Optional<T>>]: Merged<SaidOf<S, K>> } & {
      [K in Optional<T>]?: Merged<SaidOf<S, K>>;
    } extends infer All
    ? { [K in keyof All]: All[K] }
    : never
  : [IsPlain<NonNullable<T>>] extends [true]
    ? Merged<Present<S>> | Extract<T, null | undefined>
    : InBrowser<WithoutEmpty<T>>;
/** The properties that an object of one of these types need not have. */
type Optional<T> = T extends object ? { [K in keyof T]-?: IsOptional<T, K> extends true ? K : never }[keyof T] : never;
type IsOptional<T, K extends keyof T> = string extends K ? false : {} extends Pick<T, K> ? true : false;
// An empty array says no more than that it is one.
type WithoutEmpty<T> = [Exclude<Extract<T, readonly unknown[]>, readonly never[]>] extends [never]
  ? T
  : Exclude<T, readonly never[]>;

/**
 * A value as the browser has it. Nothing there is read-only; and of what begins as `null`, as nothing or as an empty
 * array, the type is not known.
 */
export type InBrowser<T> = unknown extends T ? any : [T] extends [null | undefined] ? any : Writable<T>;

type Writable<T> = T extends Primitive
  ? T
  : T extends readonly (infer Item)[]
    ? [Item] extends [never]
      ? any[]
      : number extends T["length"]
        ? Writable<Item>[]
        : { -readonly [K in keyof T]: InBrowser<T[K]> }
    : T extends Callable | Node | Event | Promise<unknown>
      ? T
      : T extends object
        ? { -readonly [K in keyof T]: InBrowser<T[K]> }
        : T;

/** The state of a set of signals, from what `signals()` returned. */
export type StateOf<T> = T extends SignalSet<infer State> ? State : {};

type Open = DatastarStates[keyof DatastarStates];
type SaidByOpen<name> = SaidOf<SaidBy<DatastarStates>, name>;

/** A signal of which several modules say what it holds. */
export type Declared<T, name> = Merged<SaidBy<T> | SaidByOpen<name>>;

type Unnamed = {
  [K in Exclude<Keys<Open | Given>, keyof DatastarSignals>]: Merged<SaidByOpen<K> | SaidOf<SaidBy<DatastarGiven>, K>>;
};

type Given = DatastarGiven[keyof DatastarGiven];

/** The signals that a value brings, where its names are not written out: of what may have any name, none are known. */
export type StateIn<T> = 0 extends 1 & T
  ? never
  : T extends SignalSet<object> | Expression | Callable | Primitive | readonly unknown[]
    ? never
    : true extends { [K in keyof T]: T[K] extends Callable ? true : never }[keyof T]
      ? never
      : { [K in keyof T as string extends K ? never : number extends K ? never : K]: T[K] };
/** The names of the signals that a value brings, which may be but a part of what they hold. */
export type NamesIn<T> = { [K in Keys<StateIn<T>>]: Untyped };
/** What a function returns; `never` for what is none. */
export type ReturnOf<T> = T extends (...args: never) => infer Result ? Result : never;

/**
 * What a computed signal holds, from a function that returns it. That it may be nothing, since nothing is at an index,
 * or since a condition before it is false, only a cast could deny.
 */
export type Computed<T> = T extends () => infer Result ? Certain<Exclude<Result, null | undefined | void>> : Untyped;
type Certain<T> = 0 extends 1 & T
  ? Untyped
  : [T] extends [never]
    ? Untyped
    : [T] extends [boolean]
      ? boolean
      : Exclude<T, "" | 0 | (boolean extends T ? never : false)>;

/** All signals of the program, by name: what `$` stands for. Where none is declared, nothing is known. */
export declare const signals: [keyof DatastarSignals | Keys<Open | Given>] extends [never]
  ? any
  : [Keys<Open | Given>] extends [never]
    ? DatastarSignals
    : DatastarSignals & Unnamed;

/** The changes that `data-on-signal-patch` is told. */
export type Patch = PartOf<typeof signals>;
type PartOf<T> = T extends Primitive | Callable | readonly unknown[] | Node | Event
  ? T | null
  : { [K in keyof T]?: PartOf<T[K]> };

// Values that stand in an expression ---------------------------------------------------------------------------------

/** What `${…}` stands for: a signal can be set, an expression and a value of the server cannot. */
export declare function hole<T>(value: T): Hole<T>;
type Hole<T> = unknown extends T
  ? { readonly value: any }
  : [T] extends [null | undefined]
    ? { readonly value: T }
    : HoleOf<T, NonNullable<T>>;
// A signal may be at an index, and is expected to be.
type HoleOf<T, Present> = [Present] extends [Signal<infer Held>]
  ? { value: InBrowser<Held> }
  : [Present] extends [Expression<infer Result>]
    ? { readonly value: InBrowser<Result> }
    : [Present] extends [SignalSet<infer State>]
      ? { readonly value: State }
      : { readonly value: Copied<T> };
/** What the browser gets of a value of the server: its own, of which nothing is read-only. Names of types are kept. */
type Copied<T> = [T] extends [Primitive] ? T : [T] extends [Writable<T>] ? T : Writable<T>;

/** What `data-for` calls an item of a list. */
export declare function itemOf<T>(list: T): ItemOf<T extends { readonly value: infer Held } ? Held : Hole<T>["value"]>;
type ItemOf<T> = T extends readonly (infer Item)[] ? Item : any;

/** Makes an expression of the value that its function returns. */
export declare function expression<T>(run: () => T): Expression<T>;

/** Source that an attribute takes. */
export declare function source(run: () => unknown): any;

/** What an expression refers to and nothing is known of. */
export declare const unknown: any;

/** Takes the values of an element's attributes. */
export declare function attributes(...values: unknown[]): any;

// What attributes take -----------------------------------------------------------------------------------------------

/** What is true or false by its value. An object is always true, where its type says whether it may be missing. */
export type Condition = string | number | bigint | boolean | null | undefined | void | Unsaid;
type Unsaid = undefined extends string ? object : never;
/** What an attribute can be set to; `true` sets it, `false` and `null` remove it. */
export type AttributeValue = string | number | bigint | boolean | null | undefined | URL | Date;
/** What a style can be set to. */
export type StyleValue = string | number | bigint | boolean | null | undefined;
/** What Rocket's `data-for` goes through. */
export type Items = Iterable<unknown> | null | undefined;
/** What shows as text. An object would show as `[object Object]`. */
export type Text = string | number | bigint | boolean | null | undefined | Date | URL | readonly Text[];

// Actions ------------------------------------------------------------------------------------------------------------

declare global {
  /** The actions of plugins of the program's own. */
  // oxlint-disable-next-line no-empty-object-type -- for declaration merging
  interface DatastarActions {}
}

/** The actions of the client, and those that a program declares. */
export declare const actions: Actions & DatastarActions;
