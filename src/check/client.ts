// What the browser has for a Datastar expression, as types. `datastar-tsx check` writes each expression as a function
// against these; no program imports them itself. Of what is not known, nothing is complained.
// oxlint-disable typescript/no-explicit-any
import type { CustomEvents } from "../attributes/types.js";
import type { Expression } from "../expressions/expression.js";
import type { Signal } from "../expressions/signal.js";
import type { SignalSet } from "../expressions/signals.js";
import type { Actions } from "./client-actions.js";

export type { ActionOf } from "./client-actions.js";
export * from "./client-values.js";

declare global {
  /** The signals that a program declares; what is checked adds each. */
  // oxlint-disable-next-line no-empty-object-type -- for declaration merging
  interface DatastarSignals {}
  /** The states of sets of signals whose names only their types tell. */
  // oxlint-disable-next-line no-empty-object-type -- for declaration merging
  interface DatastarStates {}
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

/** Objects of several declarations as one: a name that several declare may hold what any of them says. */
type Merged<T> = Known<Exclude<T, Untyped>>;
type Known<T> = [T] extends [never]
  ? any
  : [IsPlain<T>] extends [true]
    ? { [K in Keys<T>]: Merged<At<T, K>> }
    : InBrowser<T>;

/**
 * A value as the browser has it. Nothing there is read-only; and of what begins as `null`, as nothing or as an empty
 * array, the type is not known.
 */
export type InBrowser<T> = unknown extends T
  ? any
  : [T] extends [null | undefined]
    ? any
    : [T] extends [readonly never[]]
      ? any[]
      : Writable<T>;

type Writable<T> = T extends Primitive
  ? T
  : T extends readonly (infer Item)[]
    ? Writable<Item>[]
    : T extends Callable | Node | Event | Promise<unknown>
      ? T
      : T extends object
        ? { -readonly [K in keyof T]: Writable<T[K]> }
        : T;

/** The state of a set of signals, from what `signals()` returned. */
export type StateOf<T> = T extends SignalSet<infer State> ? State : {};

type Open = DatastarStates[keyof DatastarStates];

/** A signal of which several modules say what it holds. */
export type Declared<T, name> = Merged<T[keyof T] | At<Open, name>>;

type Unnamed = { [K in Exclude<Keys<Open>, keyof DatastarSignals>]: Merged<At<Open, K>> };

/** All signals of the program, by name: what `$` stands for. Where none is declared, nothing is known. */
export declare const signals: [keyof DatastarSignals | Keys<Open>] extends [never]
  ? any
  : [Open] extends [never]
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
  : [T] extends [Signal<infer Held>]
    ? { value: InBrowser<Held> }
    : [T] extends [Expression<infer Result>]
      ? { readonly value: InBrowser<Result> }
      : [T] extends [SignalSet<infer State>]
        ? { readonly value: State }
        : { readonly value: T };

/** Makes an expression of the value that its function returns. */
export declare function expression<T>(value: T): Expression<T>;

/** Source that an attribute takes. */
export declare function source(value: unknown): any;

/** What an expression refers to and nothing is known of. */
export declare const unknown: any;

/** Takes the values of an element's attributes. */
export declare function attributes(...values: unknown[]): any;

// What attributes take -----------------------------------------------------------------------------------------------

/** What is true or false by its value. An object or a function is always true. */
export type Condition = string | number | bigint | boolean | null | undefined | void;
/** What an attribute can be set to; `true` sets it, `false` and `null` remove it. */
export type AttributeValue = string | number | bigint | boolean | null | undefined | URL | Date;
/** What a style can be set to. */
export type StyleValue = string | number | bigint | boolean | null | undefined;
/** What shows as text. An object would show as `[object Object]`. */
export type Text = string | number | bigint | boolean | null | undefined | Date | URL | readonly Text[];

// Elements and events ------------------------------------------------------------------------------------------------

/** What finds elements. Which it finds is for the page to know: they have the properties of all elements. */
interface Lookups {
  querySelector<K extends keyof HTMLElementTagNameMap>(selectors: K): ElementOf<K>;
  querySelector(selectors: string): AnyElement;
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(selectors: K): NodeListOf<HTMLElementTagNameMap[K]>;
  querySelectorAll(selectors: string): NodeListOf<AnyElement>;
}

interface ElementLookups extends Lookups {
  closest<K extends keyof HTMLElementTagNameMap>(selectors: K): ElementOf<K>;
  closest(selectors: string): AnyElement;
  readonly children: HTMLCollectionOf<AnyElement>;
  readonly parentElement: AnyElement;
  readonly parentNode: AnyElement;
  readonly firstElementChild: AnyElement;
  readonly lastElementChild: AnyElement;
  readonly nextElementSibling: AnyElement;
  readonly previousElementSibling: AnyElement;
}

interface DocumentLookups extends Lookups {
  getElementById(id: string): AnyElement;
  getElementsByClassName(names: string): HTMLCollectionOf<AnyElement>;
  readonly activeElement: AnyElement;
}

// The fields of a form are properties of any name.
type Named<T> = keyof { [K in keyof T as string extends K ? never : number extends K ? never : K]: T[K] };
type PropertyOfAny = {
  [K in keyof HTMLElementTagNameMap]: Named<HTMLElementTagNameMap[K]>;
}[keyof HTMLElementTagNameMap];
type OfSome = { [K in Exclude<PropertyOfAny, keyof HTMLElement>]: any };

/** An element of a tag that the program does not tell. */
export type AnyElement = ElementLookups & OfSome & HTMLElement;

/** The element of a tag. Custom elements are known by `HTMLElementTagNameMap`. */
export type ElementOf<tag> = tag extends "form"
  ? ElementLookups & Fields & HTMLFormElement
  : tag extends keyof HTMLElementTagNameMap
    ? ElementLookups & HTMLElementTagNameMap[tag]
    : tag extends keyof SVGElementTagNameMap
      ? ElementLookups & SVGElementTagNameMap[tag]
      : tag extends keyof MathMLElementTagNameMap
        ? ElementLookups & MathMLElementTagNameMap[tag]
        : any;

/** The fields of a form are known by names that the program does not tell. */
interface Fields {
  readonly elements: HTMLFormControlsCollection & { readonly [name: string]: any };
}

/** The document of the page; what it is asked for is expected to be there. */
export declare const document: DocumentLookups & Document;

/** The timers of the browser, which give numbers. */
export declare const window: Window & typeof globalThis;

// The browser makes of any value what these read.
/** As in the browser, of a value of any type. */
export declare function isFinite(value: unknown): boolean;
/** As in the browser, of a value of any type. */
export declare function isNaN(value: unknown): boolean;
/** As in the browser, of a value of any type. */
export declare function parseFloat(value: unknown): number;
/** As in the browser, of a value of any type. */
export declare function parseInt(value: unknown, radix?: number): number;

/** Names that the program has on the server, and perhaps the browser as well. */
export declare const client: typeof globalThis;

type EventMap = HTMLElementEventMap & SVGElementEventMap & WindowEventMap & DocumentEventMap & HTMLVideoElementEventMap;

/** Elements that hold no others: what happens on one happened to it. */
type Leaf = "input" | "textarea" | "img" | "br" | "hr" | "iframe" | "area" | "embed" | "track" | "source";
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
/** Events that do not bubble. */
type OfOne =
  | "blur"
  | "focus"
  | "load"
  | "error"
  | "abort"
  | "mouseenter"
  | "mouseleave"
  | "pointerenter"
  | "pointerleave"
  | "toggle"
  | "beforetoggle"
  | "close"
  | "cancel"
  | "invalid"
  | "scroll"
  | "scrollend"
  | "play"
  | "pause"
  | "ended"
  | "timeupdate"
  | "volumechange"
  | "loadeddata"
  | "loadedmetadata"
  | "canplay"
  | "resize";

type TargetOf<name, tag> = tag extends Leaf | "select"
  ? ElementOf<tag>
  : name extends OfOne
    ? ElementOf<tag>
    : name extends "submit" | "reset" | "formdata"
      ? ElementOf<"form">
      : name extends "input" | "change" | "beforeinput"
        ? tag extends "form" | "fieldset" | "label"
          ? AnyElement & Field
          : AnyElement
        : AnyElement;

interface Targets<name, tag> {
  readonly target: TargetOf<name, tag>;
  readonly currentTarget: ElementOf<tag>;
}

/** What an event has passed: elements, whatever they are. */
interface Path {
  composedPath(): AnyElement[] & { includes(target: unknown): boolean; indexOf(target: unknown): number };
}

interface Related {
  readonly relatedTarget: EventTarget | null;
}

/** `evt`: the event of a name on an element of a tag. */
export type EventOf<name, tag> = name extends keyof CustomEvents
  ? Path & CustomEvents[name] & Targets<name, tag>
  : name extends "submit"
    ? Path & SubmitEvent & Targets<name, tag> & { readonly submitter: AnyElement }
    : name extends keyof EventMap
      ? Path &
          EventMap[name] &
          Targets<name, tag> &
          (EventMap[name] extends Related ? { readonly relatedTarget: AnyElement } : unknown)
      : any;

// Actions ------------------------------------------------------------------------------------------------------------

declare global {
  /** The actions of plugins of the program's own. */
  // oxlint-disable-next-line no-empty-object-type -- for declaration merging
  interface DatastarActions {}
}

/** The actions of the client, and those that a program declares. */
export declare const actions: Actions & DatastarActions;
