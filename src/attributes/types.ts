import type { SignalFilter } from "../expressions/actions.js";
import type { Expression } from "../expressions/expression.js";
import type { Signal } from "../expressions/signal.js";
import type { PlainObject, SignalSet } from "../expressions/signals.js";
import type { DomEventListeners, DomEventName } from "../generated/dom-events.js";
import type { Modifiers } from "../generated/modifiers.js";

type Mark = "$" | "@" | "(" | "[" | "{" | "." | "=" | "+" | "-" | "!" | "?" | "<" | ">" | "'" | '"' | "`" | ";";

/**
 * Datastar source, written out in the program. Text that is only known at run time is not source: it could be data that
 * somebody else wrote. Put it into js`…`, which makes it a literal.
 */
export type Source = `${string}${Mark}${string}` | `${number}` | "true" | "false" | "null";

/** Values that leave an attribute out. */
export type Absent = false | null | undefined;

/** An item of a sequence of expressions. */
export type Step = Source | Expression | Signal | Absent;

/** An array of expressions, which run in order. No array type, next to which tsc tells less of a wrong object. */
export interface Sequence {
  readonly length: number;
  readonly [index: number]: Step;
}

/** An expression in an attribute: source, `js`, an action or a signal; or an array of them, which run in order. */
export type ExpressionValue = Source | Expression | Signal | Sequence;

// The types below take the name of the attribute as their parameter: tsc prints it in its messages.

/** An expression with the modifiers of its attribute. */
export type Modified<name extends keyof Modifiers> = { readonly do: ExpressionValue } & Modifiers[name];

/** The value of an attribute that takes an expression, with modifiers or without. */
export type ExpressionOf<name extends keyof Modifiers> = ExpressionValue | Modified<name> | Absent;

// What an object of names to expressions holds beside them.
interface Constants {
  attr: number | boolean | null | undefined;
  class: boolean | null | undefined;
  style: number | false | null | undefined;
}

/** The value of an attribute that takes an object of names to expressions, or an expression for one. */
export type ExpressionsOf<name extends keyof Constants> =
  | { readonly [name: string]: Expression | Signal | Constants[name] }
  | Source
  | Expression
  | Signal
  | Absent;

/** The value of `data-computed`: names to expressions, which may be nested. */
export type ComputedSignals = Computations | Source | Expression | Absent;

interface Computations {
  readonly [name: string]: Expression | Signal | Computations | null | undefined;
}

/** The value of a signal in `data-signals`: what JSON carries, or an expression for it. */
export type Datum =
  | string
  | number
  | boolean
  | null
  | undefined
  | Expression
  | Signal
  | PlainObject
  | readonly Datum[]
  | DataObject;

interface DataObject {
  readonly [name: string]: Datum;
}

/** Several sets and objects of values, of which the later ones win. No array type, for the sake of tsc's messages. */
export interface SignalsList {
  readonly length: number;
  readonly [index: number]: SignalSet<object> | DataObject | PlainObject | Absent;
}

/** The value of `data-signals`: a declared set, a part of one, an object of names to values, or several of those. */
export type SignalsValue = SignalSet<object> | DataObject | PlainObject | SignalsList | Source | Expression | Absent;

/** A signal that holds a `T`, or its path. */
export type SignalPath<T = unknown> = string | Signal<T> | { readonly signal: string | Signal<T> } | Absent;

/** The value of an attribute that filters signals. */
export type FilterValue = true | SignalFilter | Source | Absent;

/** The value of an attribute that filters signals and has modifiers. */
export type FilterOf<name extends keyof Modifiers> = true | Filtered<name> | Source | Absent;

/** A filter with the modifiers of its attribute. */
export type Filtered<name extends keyof Modifiers> = SignalFilter & Modifiers[name];

/** The value of an attribute that stands alone. */
export type Flag = true | "" | Absent;

/** The value of an attribute that stands alone, or has modifiers. */
export type FlagOf<name extends keyof Modifiers> = true | "" | Modifiers[name] | Absent;

/** What `data-for` goes through, and the names of its items and their indexes: `item` and `i` unless it says so. */
export interface Loop {
  readonly of: Expression | Signal | readonly unknown[];
  readonly item?: string | undefined;
  readonly index?: string | undefined;
}

/** The value of `data-for`: what it goes through, or source with the names in front: `"letter, row in $letters"`. */
export type LoopValue = ExpressionValue | Loop | Absent;

/** A file as `data-bind` puts it into a signal. */
export interface SignalFile {
  readonly name: string;
  /** The content in Base64. */
  readonly contents: string;
  /** The media type. */
  readonly mime: string;
}

/** The values of the signals that an element can be bound to. */
export interface Bindable {
  /** Elements whose value may be anything. */
  any: unknown;
  /** Inputs and selects whose type is only known at run time: no signal fits all of them, so that a path names it. */
  dynamic: never;
  /** Inputs that have a value. */
  input: string | number | null | undefined;
  /** A boolean; or the value of the box; or an array of those, for several boxes. */
  checkbox: boolean | string | readonly (boolean | string)[] | null | undefined;
  file: readonly SignalFile[] | null | undefined;
  select: string | number | null | undefined;
  "select multiple": readonly (string | number)[] | null | undefined;
  /** The client reads text from it, whatever the signal held. */
  textarea: string | null | undefined;
}

interface BoundSignal<T> {
  readonly signal: string | Signal<T>;
  readonly prop?: undefined;
  /** The events on which the signal takes the value of the element. */
  readonly event?: string | readonly string[] | undefined;
}

interface BoundProperty {
  readonly signal: string | Signal;
  /** The property to bind, in place of the value. */
  readonly prop: string;
  /** The events on which the signal takes the value of the property. */
  readonly event?: string | readonly string[] | undefined;
}

/** The value of `data-bind`: a signal that holds what the element does, or a path; a property may hold anything. */
export type Binding<element extends keyof Bindable> =
  | string
  | ((Signal<Bindable[element]> | BoundSignal<Bindable[element]>) & Passable)
  | BoundProperty
  | Absent;

/**
 * The value of `data-bind` where it is known at run time only what the element is: a path; or what has the type of the
 * attribute, in a component that passes it on, as in `(props: Omit<JSX.IntrinsicElements["input"], "class">) => …`.
 */
export type AnyBinding = Binding<"dynamic"> | PassedOn;

/** What the type of the attribute says of signals, and no signal has. */
interface Passable {
  readonly __dynamicTypeTakesPath?: undefined;
}

// TypeScript takes an optional property for a constant of a namespace, but not a missing one.
type PassedOn = (Signal | BoundSignal<unknown>) & typeof passedOn;
declare namespace passedOn {
  const __dynamicTypeTakesPath: undefined;
}

/** An expression that runs on an event; `evt` is the event, and `el` the element. */
export type EventListenerValue = ExpressionOf<"on">;

/**
 * Events that Datastar attributes can name besides those of the DOM. Add your own by declaration merging:
 *
 * ```ts
 * declare module "datastar-tsx" {
 *   interface CustomEvents { "cart-changed": CustomEvent<{ total: number }> }
 * }
 * ```
 */
export interface CustomEvents {
  "datastar-fetch": CustomEvent;
  "datastar-ready": CustomEvent;
  "datastar-signal-patch": CustomEvent;
}

/**
 * Attributes of plugins of your own. Declare those by declaration merging that editors and tsc should know:
 *
 * ```ts
 * declare module "datastar-tsx" {
 *   interface CustomAttributes { readonly "data-on-keys:escape"?: ExpressionOf<"on"> }
 * }
 * ```
 *
 * @see {@link definePlugin}
 */
// oxlint-disable-next-line no-empty-object-type -- for declaration merging
export interface CustomAttributes {}

/** The events that `data-on` knows. */
export type EventName = DomEventName | keyof CustomEvents;

type CustomEventListeners = { readonly [event in keyof CustomEvents]?: EventListenerValue };

/** What runs on each event, as `data-on` takes it. */
export interface EventListeners extends DomEventListeners<EventListenerValue>, CustomEventListeners {}

declare const renamed: unique symbol;

/** The type of an attribute that has another name in Datastar 1.0; no value fits. */
export interface RenamedTo<newName extends string> {
  readonly [renamed]: newName;
}
