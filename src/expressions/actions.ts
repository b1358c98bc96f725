import { describe } from "../base/describe.js";
import { checkAmount, checkMilliseconds } from "../base/limits.js";
import { isPlainObject } from "../base/plain-object.js";
import { callWith } from "../base/promises.js";
import { type ActionName, declareAction, type RequestAction } from "./action-names.js";
import { Expression } from "./expression.js";
import { checkHeld, isFromBrowser } from "./held-value.js";
import { InitialValues } from "./initial-values.js";
import { arrowFunction, operand, urlLiteral } from "./literal.js";
import type { Signal } from "./signal.js";
import type { SignalSet } from "./signals.js";
import { Unknown } from "./unknown.js";
import { isUrl } from "./url.js";

/** A value that the browser computes, or a literal one. */
export type Computed<T> = T | Expression<T> | Signal<T>;

/**
 * Which signals an action means, by the dotted path of each.
 *
 * @see https://data-star.dev/reference/actions#options
 */
export interface SignalFilter {
  /** Signals whose path matches. Default: all. */
  readonly include?: RegExp | string | undefined;
  /** Signals whose path does not match. For requests, default: those with a segment that starts with `_`. */
  readonly exclude?: RegExp | string | undefined;
}

/**
 * How a non-SSE response is applied, in place of its headers.
 *
 * @see https://data-star.dev/reference/actions#options
 */
export type ResponseOverrides =
  | {
      readonly selector?: string | undefined;
      readonly mode?: "outer" | "inner" | "replace" | "prepend" | "append" | "before" | "after" | "remove" | undefined;
      readonly namespace?: "html" | "svg" | "mathml" | undefined;
      readonly useViewTransition?: boolean | undefined;
    }
  | { readonly onlyIfMissing?: boolean | undefined };

/**
 * The options of `@get`, `@post`, `@put`, `@patch`, `@delete` and `@query`.
 *
 * @see https://data-star.dev/reference/actions#options
 */
export interface ActionOptions {
  /** Send the signals as JSON (default), or the fields of the closest form. */
  readonly contentType?: "json" | "form" | undefined;
  /** With `contentType: "form"`: the form to send, if not the closest one. */
  readonly selector?: Computed<string> | undefined;
  readonly headers?: { readonly [name: string]: Computed<string | number> } | undefined;
  /** Which signals to send: a filter, or a set of signals to send those. */
  readonly filterSignals?: SignalFilter | SignalSet<object> | undefined;
  /** What to send in place of the signals. Signals and expressions in it are read in the browser. */
  readonly payload?: unknown;
  /** Keep the connection open while the page is hidden. Default: `false` for `@get`, `true` for the others. */
  readonly openWhenHidden?: boolean | undefined;
  /** What a new request of the same method and URL does to one still running. Default: `"auto"`, it is cancelled. */
  readonly requestCancellation?:
    | "auto"
    | "cleanup"
    | "disabled"
    | Expression<AbortController>
    | Signal<AbortController>
    | undefined;
  /** When to retry. Default: `"auto"`, after network errors only. */
  readonly retry?: "auto" | "error" | "always" | "never" | undefined;
  /** Milliseconds before the first retry. Default: 1000. */
  readonly retryInterval?: Computed<number> | undefined;
  /** Factor by which the interval grows. Default: 2. */
  readonly retryScaler?: number | undefined;
  /** Longest interval in milliseconds. Default: 30000. */
  readonly retryMaxWait?: number | undefined;
  /** Default: 10. */
  readonly retryMaxCount?: number | undefined;
  /** Declared by the reference; no client so far does anything with it. */
  readonly responseOverrides?: ResponseOverrides | undefined;
}

type BackendAction = (url: Computed<string>, options?: ActionOptions) => Expression<Promise<void>>;

/** Sends a GET request with the signals. @see https://data-star.dev/reference/actions#get */
export const get: BackendAction = (url, options) => request("get", url, options);
/** Sends a POST request with the signals. @see https://data-star.dev/reference/actions#post */
export const post: BackendAction = (url, options) => request("post", url, options);
/** Sends a PUT request with the signals. @see https://data-star.dev/reference/actions#put */
export const put: BackendAction = (url, options) => request("put", url, options);
/** Sends a PATCH request with the signals. @see https://data-star.dev/reference/actions#patch */
export const patch: BackendAction = (url, options) => request("patch", url, options);
/** Sends a DELETE request with the signals: `@delete`. @see https://data-star.dev/reference/actions#delete */
export const del: BackendAction = (url, options) => request("delete", url, options);
/**
 * Sends a QUERY request with the signals in its body: one that changes nothing on the server, as GET does, for signals
 * that are too long for a URL. Older clients do not have it, which development and lint tell.
 *
 * @see https://data-star.dev/reference/actions
 * @see https://httpwg.org/http-extensions/draft-ietf-httpbis-safe-method-w-body.html
 */
export const query: BackendAction = (url, options) => request("query", url, options);

/** Reads signals without subscribing to them. @see https://data-star.dev/reference/actions#peek */
export function peek<T>(value: Expression<T> | Signal<T>): Expression<T> {
  return call("peek", arrowFunction(value));
}

/** Sets all matching signals to a value. @see https://data-star.dev/reference/actions#setall */
export function setAll(value: unknown, filter?: SignalFilter): Expression<void> {
  return callWith(
    (value, filter) => {
      checkHeld(value ?? null, (path) => `@setAll: ${path === "" ? "the value" : `"${path}" in the value`}`);
      return call("setAll", operand(value), ...given(filter));
    },
    value,
    filter,
  );
}

/** Toggles all matching signals. @see https://data-star.dev/reference/actions#toggleall */
export function toggleAll(filter?: SignalFilter): Expression<void> {
  return call("toggleAll", ...given(filter));
}

/** Copies text to the clipboard. Datastar Pro. @see https://data-star.dev/reference/actions#clipboard */
export function clipboard(text: Computed<string>, isBase64?: boolean): Expression<void> {
  return call("clipboard", ...given(text, isBase64));
}

/** Maps a value from one range to another. Datastar Pro. @see https://data-star.dev/reference/actions#fit */
export function fit(
  value: Computed<number>,
  oldMin: Computed<number>,
  oldMax: Computed<number>,
  newMin: Computed<number>,
  newMax: Computed<number>,
  shouldClamp?: boolean,
  shouldRound?: boolean,
): Expression<number> {
  return call("fit", ...given(value, oldMin, oldMax, newMin, newMax, shouldClamp, shouldRound));
}

/** Formats a value for a locale. Datastar Pro. @see https://data-star.dev/reference/actions#intl */
export function intl(
  type: "datetime" | "number" | "pluralRules" | "relativeTime" | "list" | "displayNames",
  value: unknown,
  options?: { readonly [name: string]: unknown },
  locale?: string | readonly string[],
): Expression<string> {
  return call("intl", ...given(type, value, options, locale));
}

/** A helper for an action of a plugin of your own. What it is given may be computed in the browser. */
export type Action<Args extends readonly unknown[], T> = (
  ...args: { [index in keyof Args]: Computed<Args[index]> }
) => Expression<T>;

/**
 * Makes a helper for an action of a plugin of your own, which development then knows as well.
 *
 * ```ts
 * const beacon = action<[url: string, data?: object]>("beacon");
 *
 * <main data-on:pagehide__window={beacon("/left", { at: state.position })} />;
 * ```
 *
 * @typeParam Args what it takes
 * @typeParam T what it returns in the browser
 * @throws TypeError for a name that no action can have, or that Datastar has already
 * @see https://data-star.dev/reference/actions
 */
export function action<Args extends readonly unknown[] = readonly unknown[], T = void>(name: string): Action<Args, T> {
  declareAction(name);
  return (...args) => call(name, ...given(...args));
}

function request(name: RequestAction, url: Computed<string>, options?: ActionOptions): Expression<Promise<void>> {
  return callWith(requestWith, name, url, options);
}

function requestWith(name: RequestAction, url: Computed<string>, options?: ActionOptions): Expression<Promise<void>> {
  const target = urlSource(name, url);
  if (options === undefined) return new Expression(`@${name}(${target})`);
  checkPayload(name, options.payload);
  checkRetries(name, options);
  const declared = options.filterSignals === undefined ? undefined : InitialValues.of(options.filterSignals);
  return call(
    name,
    target,
    ...given(declared === undefined ? options : { ...options, filterSignals: { include: pathsOf(declared) } }),
  );
}

function checkPayload(name: string, payload: unknown): void {
  if (payload === undefined || payload === null) return;
  checkHeld(payload, (path) => `@${name}: ${path === "" ? "the payload" : `"${path}" in the payload`}`, isSent);
}

const retryChecks = [
  ["retryInterval", checkMilliseconds],
  ["retryMaxWait", checkMilliseconds],
  ["retryScaler", checkAmount],
  ["retryMaxCount", checkAmount],
] as const;

/** @throws RangeError for a time that the client cannot wait, or that is none */
function checkRetries(name: string, options: ActionOptions): void {
  for (const [option, check] of retryChecks) {
    const value: unknown = options[option];
    // What the compiler does not know yet may be refused.
    if (value instanceof Unknown) throw new TypeError(`${option} cannot be checked yet.`);
    if (isPrimitive(value)) check(`@${name}: ${option}`, value);
  }
}

/** Whether a value is there already, and not worked out in the browser. */
const isPrimitive = (value: unknown): boolean =>
  value !== undefined && (value === null || (typeof value !== "object" && typeof value !== "function"));

/** Whether JSON has something for a value: the text of a date, and what the browser works out. */
function isSent(value: object): boolean {
  return value instanceof Date ? !Number.isNaN(value.getTime()) : isFromBrowser(value);
}

function urlSource(name: RequestAction, url: unknown): string {
  if (url === "") throw new TypeError(`@${name} needs a URL.`);
  if (typeof url === "string") return urlLiteral(url);
  if (isUrl(url)) return url.source;
  if (typeof url === "number" || (typeof url === "object" && url !== null && isFromBrowser(url))) return operand(url);
  throw new TypeError(`@${name} takes the text of a URL, url\`…\` or an expression, not ${describe(url)}.`);
}

/** What the paths of declared signals match, and of no others. */
function pathsOf(declared: unknown): RegExp {
  return new RegExp(`^(?:${leavesOf(declared, "").join("|")})(?:\\.|$)`);
}

function leavesOf(declared: unknown, path: string): readonly string[] {
  const names = isPlainObject(declared) ? Object.entries(declared) : [];
  if (names.length === 0) return [path];
  return names.flatMap(([name, value]) => leavesOf(value, path === "" ? name : `${path}\\.${name}`));
}

function call<T>(name: ActionName | (string & {}), ...args: readonly string[]): Expression<T> {
  return new Expression<T>(`@${name}(${args.join(", ")})`);
}

// Prints arguments up to the last one given; an option that was set to `undefined` counts as not given.
function given(...args: readonly unknown[]): string[] {
  const values = args.map(withoutUndefined);
  const last = values.findLastIndex((value) => value !== undefined);
  return callWith(operands, values.slice(0, last + 1));
}

function operands(values: readonly unknown[]): string[] {
  return values.map((value) => operand(value));
}

function withoutUndefined(value: unknown): unknown {
  if (!isPlainObject(value)) return value;
  const options = Object.values(value);
  if (options.every((option) => option === undefined)) return undefined;
  if (!options.includes(undefined)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, option]) => option !== undefined));
}
