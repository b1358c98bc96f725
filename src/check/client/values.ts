// What the server may do with a value, as types: `datastar-tsx check` asks a function of these about each value that a
// program uses as one of the server's.
// oxlint-disable typescript/no-explicit-any
import type { Expression } from "../../expressions/expression.js";
import type { Signal } from "../../expressions/signal.js";
import type { SignalSet } from "../../expressions/signals.js";
import type { Html } from "../../html/html.js";
import type { Fine, IsAny, Unknown, Wrong } from "./answers.js";

/** A signal that is asked whether it is true. */
export interface SignalAsCondition extends Wrong {}
/** An expression that is asked whether it is true. */
export interface ExpressionAsCondition extends Wrong {}
/** A promise that is asked whether it is true, or there. */
export interface PromiseAsCondition extends Wrong {}
/** An `AbortSignal` that is asked whether it is true. */
export interface AbortSignalAsCondition extends Wrong {}
/** A function that answers with a promise where it is asked for a condition. */
export interface PromiseOfCondition extends Wrong {}
/** A function that answers with what is in the browser where it is asked for a condition. */
export interface SignalOfCondition extends Wrong {}
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
/** Markup that is sent as if it was text. */
export interface MarkupSent extends Wrong {}
/** Markup that waits for a promise and becomes text. */
export interface PendingMarkup extends Wrong {}
/** A set of signals that is copied into an object. */
export interface CopiedSet extends Wrong {}
/** A signal that is copied into an object. */
export interface CopiedSignal extends Wrong {}
/** A promise that is copied into an object. */
export interface CopiedPromise extends Wrong {}
/** Text with data in it where an attribute takes source. */
export interface TextAsSource extends Wrong {}
/** A value of the type `any` where an attribute takes source. */
export interface AnyAsSource extends Wrong {}
type Set = SignalSet<any>;
type Pending = PromiseLike<any>;
type Callable = (...args: never) => unknown;
type Primitive = string | number | bigint | boolean | symbol | null | undefined;
// Overloads where they can say it: conditional types are put off for a type parameter, whatever it extends. Of several,
// `any` has the last one.

// Without strict null checks, what may be missing looks as if it was there.
type Certainly<T> = undefined extends string ? Unknown : T;

/** A condition. What may be missing can be asked for; what is there is always true. */
export declare function condition(value: Unknown): Fine;
export declare function condition(value: Certainly<Signal>): SignalAsCondition;
export declare function condition(value: Certainly<Expression | Signal>): ExpressionAsCondition;
export declare function condition(value: Certainly<Pending>): PromiseAsCondition;
export declare function condition(value: Certainly<AbortSignal>): AbortSignalAsCondition;
export declare function condition(value: unknown): Fine;

/** A list whose items are asked whether they are true. */
export declare function itemsAsked(list: readonly Unknown[]): Fine;
export declare function itemsAsked(list: readonly Certainly<Expression | Signal>[]): SignalAsValue;
export declare function itemsAsked(list: readonly Certainly<Pending>[]): PromiseAsCondition;
export declare function itemsAsked(list: unknown): Fine;

/** A function that is asked for a condition about each item of a list. What is no list may wait for it. */
export declare function predicate(value: Unknown | ((...args: never) => Unknown), list: unknown): Fine;
export declare function predicate(
  value: (...args: never) => Certainly<Expression | Signal>,
  list: readonly unknown[],
): SignalOfCondition;
export declare function predicate(
  value: (...args: never) => Certainly<Pending>,
  list: readonly unknown[],
): PromiseOfCondition;
export declare function predicate(value: unknown, list: unknown): Fine;

/** A list whose items are asked about by an asynchronous function. */
export declare function askedAsync(list: Unknown): Fine;
export declare function askedAsync(list: readonly unknown[]): PromiseOfCondition;
export declare function askedAsync(list: unknown): Fine;

/** What is asked for its type, or whether it is there. */
export declare function inspected(value: Unknown): Fine;
export declare function inspected(value: Certainly<Signal>): SignalAsValue;
export declare function inspected(value: Certainly<Pending>): PromiseAsCondition;
export declare function inspected(value: unknown): Fine;

/** What is compared with something. Signals are the same as one another; what anything can be is data. */
export declare function compared<A, B>(left: A, right: B): ComparedOf<A, B>;
type ComparedOf<A, B> = true extends IsAny<A> ? SignalOrFine<B> : true extends IsAny<B> ? SignalOrFine<A> : Fine;
type SignalOrFine<T> = true extends IsAny<T> ? Fine : [T] extends [Certainly<Signal>] ? SignalAsValue : Fine;

/** What becomes text, or a number. An expression has text, which is its source. */
export declare function text(value: Unknown): Fine;
export declare function text(value: Signal): SignalAsValue;
export declare function text(value: Pending): PromiseAsText;
export declare function text<T>(value: T): TextOf<T>;
type TextOf<T> =
  true extends IsAny<T> ? Fine : [T] extends [readonly (infer Item)[]] ? TextOfItems<Item> : TextOfEach<T>;
type TextOfEach<T> = T extends Signal ? SignalAsValue : T extends Set ? SetAsText : Fine;
type TextOfItems<T> = true extends IsAny<T> | ([T] extends [never] ? true : false)
  ? Fine
  : [T] extends [Pending]
    ? PromiseAsText
    : [T] extends [Signal]
      ? SignalAsValue
      : Fine;

/** What is put into a statement of SQL. */
export declare function inserted<T>(value: T): true extends IsAny<T> ? Fine : T extends Signal ? SignalAsValue : Fine;

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
type SpreadOf<T> =
  true extends IsAny<T>
    ? Fine
    : T extends Signal
      ? CopiedSignal
      : T extends Set
        ? CopiedSet
        : T extends Pending
          ? CopiedPromise
          : Fine;

/** What is asked for its names. Of signals in an object, they are known; of one of several, they tell which it is. */
export declare function listed<T>(value: T): ListedOf<T>;
type ListedOf<T> = true extends IsAny<T> | ([T] extends [never] ? true : false)
  ? Fine
  : [T] extends [Signal<infer Value>]
    ? [Value] extends [object]
      ? true extends (Value extends readonly unknown[] ? true : string extends keyof Value ? true : false)
        ? SignalAsValue
        : Fine
      : SignalAsValue
    : [T] extends [Pending]
      ? CopiedPromise
      : Fine;

/** What is copied, with what is in it. */
export declare function cloned<T>(value: T): ClonedOf<T>;
type ClonedOf<T, Depth extends unknown[] = []> =
  true extends IsAny<T>
    ? Fine
    : T extends Signal
      ? CopiedSignal
      : T extends Set
        ? CopiedSet
        : T extends Pending | Callable | Primitive
          ? Fine
          : Depth["length"] extends 3
            ? Fine
            : T extends readonly (infer Item)[]
              ? ClonedOf<Item, [...Depth, 0]>
              : { [K in keyof T]: ClonedOf<T[K], [...Depth, 0]> }[keyof T];

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
