import type { SignalFilter } from "../expressions/actions.js";
import type { Expression } from "../expressions/expression.js";
import type { Signal } from "../expressions/signal.js";
import type { CheckedPatch, SignalSet, SignalValue } from "../expressions/signals.js";
import type { DomEventName } from "./dom-events.js";
import type { ModifierValues } from "./modifiers.js";
import type { Form, Plugin, plugins } from "./plugins.js";

type Mark = "$" | "@" | "(" | "[" | "{" | "." | "=" | "+" | "-" | "!" | "?" | "<" | ">" | "'" | '"' | "`" | ";";

/**
 * Datastar source, written out in the program. Text that is only known at run time is not source: it could be data that
 * somebody else wrote. Put it into js`…`, which makes it a literal.
 */
export type Source = `${string}${Mark}${string}` | `${number}` | "true" | "false" | "null";

type Absent = false | null | undefined;

/** An expression in an attribute: source, `js`, an action or a signal; or an array of them, which run in order. */
export type ExpressionValue = Source | Expression | Signal | readonly (Source | Expression | Signal | Absent)[];

type Modifiers<P extends Plugin> = P extends { readonly modifiers: infer M extends NonNullable<Plugin["modifiers"]> }
  ? { readonly [name in keyof M]?: ModifierValues[M[name]] | undefined }
  : unknown;

/** An expression with the modifiers of its attribute. */
export type ModifiedExpression<P extends Plugin> = { readonly do: ExpressionValue } & Modifiers<P>;

type ExpressionObject = { readonly [name: string]: Expression | Signal | boolean | number | null | undefined };
type FunctionObject = { readonly [name: string]: Expression | Signal | FunctionObject | null | undefined };
type DataObject = { readonly [name: string]: SignalValue | Expression | Signal | DataObject | undefined };

// What each form of value takes in TSX.
interface Values<P extends Plugin> {
  expression: ExpressionValue | ModifiedExpression<P>;
  datum: Source | Expression | Signal | SignalValue;
  expressions: ExpressionObject | Source | Expression | Signal;
  functions: FunctionObject | Source | Expression;
  data: SignalSet<object> | CheckedPatch<object> | DataObject | Source | Expression;
  path: string | Signal | ({ readonly signal: string | Signal } & Modifiers<P>);
  filter: true | (SignalFilter & Modifiers<P>) | Source;
  names: string | readonly string[];
  events: EventListeners;
  none: true | "" | Modifiers<P>;
}

/** An expression that runs on an event; `evt` is the event, and `el` the element. */
export type EventListenerValue = ExpressionValue | ModifiedExpression<typeof plugins.on> | Absent;

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
  "datastar-signal-patch": CustomEvent;
}

/** The events that `data-on` knows. */
export type EventName = DomEventName | keyof CustomEvents;

type EventListeners = { readonly [event in EventName]?: EventListenerValue };
type KeyedEventListeners = { readonly [event in EventName as `data-on:${event}`]?: EventListenerValue };

type Table = typeof plugins;
type Value<name extends keyof Table, F extends Plugin["value"]> = F extends Form ? Values<Table[name]>[F] | Absent : never;

type UnkeyedAttributes = {
  readonly [name in keyof Table as Table[name] extends { readonly value: Form } ? `data-${name}` : never]?: Table[name] extends {
    readonly value: infer F extends Form;
  }
    ? Value<name, F>
    : never;
};

// Flags can stand in the name, since TSX can spell them there.
type FlaggedAttributes = {
  readonly "data-ignore__self"?: Value<"ignore", "none">;
  readonly "data-signals__ifmissing"?: Value<"signals", "data">;
  readonly "data-json-signals__terse"?: Value<"json-signals", "filter">;
};

/**
 * The Datastar attributes of every element.
 *
 * @see https://data-star.dev/reference/attributes
 */
export interface DatastarAttributes extends UnkeyedAttributes, FlaggedAttributes, KeyedEventListeners {}
