// What the server may do with a value, as types: `datastar-tsx check` asks a function of these about each value that a
// program uses as one of the server's. What is wrong has a name, from which the message is made.
// oxlint-disable typescript/no-explicit-any
import type { Expression } from "../expressions/expression.js";
import type { Signal } from "../expressions/signal.js";
import type { SignalSet } from "../expressions/signals.js";
import type { Html } from "../html/html.js";
import type { sendElements, sendPage } from "../responses/node.js";
import type {
  elementsResponse,
  noContent,
  pageResponse,
  redirectResponse,
  scriptResponse,
  signalsResponse,
} from "../responses/web.js";
import type { stream } from "../stream/web.js";

declare const wrong: unique symbol;
interface Wrong {
  readonly [wrong]: true;
}
/** What is said of a value that is used as it can be. */
export type Fine = string;

/** A signal that is asked whether it is true. */
export interface SignalAsCondition extends Wrong {}
/** An expression that is asked whether it is true. */
export interface ExpressionAsCondition extends Wrong {}
/** A signal that becomes text, a number or JSON. */
export interface SignalAsValue extends Wrong {}
/** An expression that becomes JSON. */
export interface ExpressionAsValue extends Wrong {}
/** A set of signals that becomes text. */
export interface SetAsText extends Wrong {}
/** A promise that becomes text. */
export interface PromiseAsText extends Wrong {}
/** A promise that becomes JSON. */
export interface PromiseAsJson extends Wrong {}
/** Markup that becomes JSON. */
export interface MarkupAsJson extends Wrong {}
/** Markup that waits for a promise and becomes text. */
export interface PendingMarkup extends Wrong {}
/** Signals that are spread into an object. */
export interface SpreadSignals extends Wrong {}
/** Text with data in it where an attribute takes source. */
export interface TextAsSource extends Wrong {}
/** A value of the type `any` where an attribute takes source. */
export interface AnyAsSource extends Wrong {}
/** A reply that is made and not returned. */
export interface DroppedReply extends Wrong {}
/** A reply whose promise nobody awaits. */
export interface UnawaitedReply extends Wrong {}

type IsAny<T> = 0 extends 1 & T ? true : false;
type Set = SignalSet<any>;
type Pending = PromiseLike<any>;
type Callable = (...args: never) => unknown;
type Primitive = string | number | bigint | boolean | symbol | null | undefined;
// Overloads where they can say it: conditional types are put off for a type parameter, whatever it extends. Of several,
// `any` has the last one.

/** Nothing but `never` is a subtype of it. */
interface Unknown {
  readonly [unknown]: true;
}
declare const unknown: unique symbol;
// Without strict null checks, what may be missing looks as if it was there.
type Certainly<T> = undefined extends string ? Unknown : T;

/** A condition. What may be missing can be asked for; what is there is always true. */
export declare function condition(value: Unknown): Fine;
export declare function condition(value: Certainly<Signal>): SignalAsCondition;
export declare function condition(value: Certainly<Expression>): ExpressionAsCondition;
export declare function condition(value: unknown): Fine;

/** What becomes text, or a number. An expression has text, which is its source. */
export declare function text(value: Unknown): Fine;
export declare function text(value: Signal): SignalAsValue;
export declare function text(value: Pending): PromiseAsText;
export declare function text<T>(value: T): TextOf<T>;
type TextOf<T> = true extends IsAny<T> ? Fine : T extends Signal ? SignalAsValue : T extends Set ? SetAsText : Fine;

/** What becomes text, each item of it. */
export declare function joined(value: readonly Unknown[]): Fine;
export declare function joined(value: readonly Pending[]): PromiseAsText;
export declare function joined<T>(value: readonly T[]): TextOf<T>;
export declare function joined(value: unknown): Fine;

/** What becomes JSON, with what is in it. */
export declare function json<T>(value: T): JsonOf<T>;
type JsonOf<T, Depth extends unknown[] = []> =
  true extends IsAny<T>
    ? Fine
    : T extends Signal
      ? SignalAsValue
      : T extends Expression
        ? ExpressionAsValue
        : T extends Html
          ? MarkupAsJson
          : T extends Pending
            ? PromiseAsJson
            : T extends { toJSON(): unknown } | Callable | Primitive
              ? Fine
              : Depth["length"] extends 3
                ? Fine
                : T extends readonly (infer Item)[]
                  ? JsonOf<Item, [...Depth, 0]>
                  : { [K in keyof T]: JsonOf<T[K], [...Depth, 0]> }[keyof T];

/** What is spread into an object. */
export declare function spread<T>(value: T): SpreadOf<T>;
type SpreadOf<T> = true extends IsAny<T> ? Fine : T extends Signal | Set ? SpreadSignals : Fine;

/** What an attribute takes as source. */
export declare function given<const T>(value: T): GivenOf<T>;
type GivenOf<T> = true extends IsAny<T> ? AnyAsSource : T extends string ? TextOfSource<T> : Fine;
// Text of which the beginning is written out, and not all. What begins with anything is the type of source itself.
type TextOfSource<T extends string> = string extends T ? Fine : {} extends Record<T, 1> ? Open<T, true> : Fine;
type Open<T extends string, IsFirst> = T extends `${infer Head}${infer Rest}`
  ? string extends Head
    ? IsFirst extends true
      ? Fine
      : TextAsSource
    : Open<Rest, false>
  : string extends T
    ? TextAsSource
    : Fine;

/** What stands in a text that is source. */
export declare function inSource<T>(value: T): InSourceOf<T>;
type InSourceOf<T> =
  true extends IsAny<T>
    ? AnyAsSource
    : T extends Signal
      ? SignalAsValue
      : T extends string
        ? string extends T
          ? TextAsSource
          : {} extends Record<T, 1>
            ? TextAsSource
            : Fine
        : Fine;

/** A component whose markup becomes text. */
export declare function component(value: Unknown): Fine;
export declare function component(value: (...args: never) => Unknown): Fine;
export declare function component(value: (...args: never) => Pending): PendingMarkup;
export declare function component(value: unknown): Fine;

/** What stands in markup that becomes text. */
export declare function child(value: Unknown): Fine;
export declare function child(value: Pending): PendingMarkup;
export declare function child(value: unknown): Fine;

type Made =
  | typeof elementsResponse
  | typeof noContent
  | typeof pageResponse
  | typeof redirectResponse
  | typeof scriptResponse
  | typeof signalsResponse
  | typeof stream;
type Sent = typeof sendElements | typeof sendPage;

/** A function that is called for nothing but its effect. */
export declare function called<T>(value: T): IsOneOf<T, Made, 1> extends true ? DroppedReply : Fine;
/** The same in an asynchronous function. */
export declare function calledAsync<T>(
  value: T,
): IsOneOf<T, Made, 1> extends true ? DroppedReply : IsOneOf<T, Sent, 2> extends true ? UnawaitedReply : Fine;

/** Whether a function is one of several, by what it takes and returns; `telling` is the place of its options. */
type IsOneOf<T, Each, telling extends number> =
  true extends IsAny<T>
    ? false
    : T extends (...args: infer Args) => infer Result
      ? true extends IsAny<Args[telling]> | IsAny<Result>
        ? false
        : [T] extends [Each]
          ? true extends (Each extends T ? true : never)
            ? true
            : false
          : false
      : false;
