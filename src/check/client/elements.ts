// What the browser has of elements and events, and the names of its own that differ from what TypeScript says of them.
// oxlint-disable typescript/no-explicit-any
import type { CustomEvents } from "../../attributes/types.js";

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
  cloneNode(deep?: boolean): AnyElement;
  readonly children: HTMLCollectionOf<AnyElement>;
  readonly parentElement: AnyElement;
  readonly parentNode: AnyElement;
  readonly firstElementChild: AnyElement;
  readonly lastElementChild: AnyElement;
  readonly nextElementSibling: AnyElement;
  readonly previousElementSibling: AnyElement;
  readonly offsetParent: AnyElement;
  readonly shadowRoot: Lookups & ShadowRoot;
}

interface DocumentLookups extends Lookups {
  getElementById(id: string): AnyElement;
  getElementsByClassName(names: string): HTMLCollectionOf<AnyElement>;
  elementFromPoint(x: number, y: number): AnyElement;
  elementsFromPoint(x: number, y: number): AnyElement[];
  readonly activeElement: AnyElement;
  readonly forms: HTMLCollectionOf<Form> & { readonly [name: string]: Form };
  readonly body: ElementOf<"body">;
  readonly documentElement: ElementOf<"html">;
  readonly scrollingElement: AnyElement;
}

// The fields of a form are properties of any name.
type Named<T> = keyof WithoutAnyName<T>;
type PropertyOfAny = {
  [K in keyof HTMLElementTagNameMap]: Named<HTMLElementTagNameMap[K]>;
}[keyof HTMLElementTagNameMap];
type OfSome = { [K in Exclude<PropertyOfAny, keyof HTMLElement>]: InAll<TypeInSome<K>> };
type TypeInSome<K> = {
  [tag in keyof HTMLElementTagNameMap]: K extends Named<HTMLElementTagNameMap[tag]>
    ? HTMLElementTagNameMap[tag][K & keyof HTMLElementTagNameMap[tag]]
    : never;
}[keyof HTMLElementTagNameMap];
// What is text in one element and a number in another, as `value` is, may be either.
type InAll<T> = [T] extends [string] ? string : [T] extends [number] ? number : [T] extends [boolean] ? boolean : any;

/** An element of a tag that the program does not tell. */
export type AnyElement = ElementLookups & OfSome & HTMLElement;

/** The element of a tag. Custom elements are known by `HTMLElementTagNameMap`. */
export type ElementOf<tag> = tag extends "form"
  ? Form
  : tag extends FieldTag
    ? ElementLookups & InForm & Omit<HTMLElementTagNameMap[tag], "form">
    : tag extends "template"
      ? ElementLookups & WithContent & HTMLTemplateElement
      : tag extends keyof HTMLElementTagNameMap
        ? ElementLookups & HTMLElementTagNameMap[tag]
        : tag extends keyof SVGElementTagNameMap
          ? ElementLookups & SVGElementTagNameMap[tag]
          : tag extends keyof MathMLElementTagNameMap
            ? ElementLookups & MathMLElementTagNameMap[tag]
            : any;

type WithoutAnyName<T> = { [K in keyof T as string extends K ? never : number extends K ? never : K]: T[K] };

declare global {
  /** The names that fields have in the program; what is checked adds each. */
  // oxlint-disable-next-line no-empty-object-type -- for declaration merging
  interface DatastarFields {}
}

// The fields of a form are properties of it, and hide what it has by their names. TypeScript lets a form have any: then
// each misspelt property would be a field.
type OfFields<T> = { [K in keyof DatastarFields]: K extends keyof T ? any : AnyField };
type OwnOf<T, Except = never> = Omit<
  WithoutAnyName<T>,
  keyof DatastarFields | typeof Symbol.iterator | (Except & string)
>;

/** A field of a form, or all of one name. `any` would let each misspelt method of the form be one. */
interface AnyField extends AnyElement {
  forEach(callback: (field: AnyElement, index: number) => void): void;
}

/** The fields of a form. */
interface Fields
  extends OfFields<WithoutAnyName<HTMLFormControlsCollection>>, OwnOf<HTMLFormControlsCollection, "namedItem"> {
  readonly [index: number]: AnyElement;
  namedItem(name: string): AnyField;
  [Symbol.iterator](): ArrayIterator<AnyElement>;
}

interface FormElement extends OfFields<WithoutAnyName<HTMLFormElement>>, OwnOf<HTMLFormElement, "elements"> {
  readonly [index: number]: AnyElement;
  readonly elements: Fields;
  [Symbol.iterator](): ArrayIterator<AnyElement>;
}

type Form = ElementLookups & FormElement;

/** What can be a field of a form, which the page is expected to have around it. */
type FieldTag = "input" | "select" | "textarea" | "button" | "output" | "fieldset" | "object";
interface InForm {
  readonly form: Form;
}

/** What a template holds. */
interface Content extends Lookups {
  cloneNode(deep?: boolean): Content & DocumentFragment;
  readonly children: HTMLCollectionOf<AnyElement>;
  readonly firstElementChild: AnyElement;
  readonly lastElementChild: AnyElement;
}
interface WithContent {
  readonly content: Content & DocumentFragment;
}

/** What the page stores, by names of its own. */
type OpenStorage = WithoutAnyName<Storage> & { [name: string]: string };
/** The storage of the page. */
export declare const localStorage: OpenStorage;
/** The storage of the tab. */
export declare const sessionStorage: OpenStorage;

/** The document of the page; what it is asked for is expected to be there. */
export declare const document: DocumentLookups & Omit<Document, "forms">;

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

/** What can be named in source, with the names of its own. */
export declare function names<T>(own: T): T & typeof globalThis;

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
          OfCustomElement<tag> &
          (EventMap[name] extends Related ? { readonly relatedTarget: AnyElement } : unknown)
      : any;

/** A custom element may tell of its `change` by an event of its own. */
type OfCustomElement<tag> = tag extends `${string}-${string}` ? { readonly detail: any } : unknown;
