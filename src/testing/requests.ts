import { isPlainObject } from "../base/plain-object.js";
import type { SignalsInput } from "../events/patch-signals.js";
import { signalsPatch } from "../events/patch-signals.js";
import { isSentInQuery } from "../requests/body.js";

/** Options of the request makers. */
export interface RequestOptions {
  /** Default: `GET` for signals, `POST` for forms. */
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "QUERY" | undefined;
  /** More headers, such as `cookie` or `last-event-id`; one of the client's is replaced. */
  readonly headers?: ConstructorParameters<typeof Headers>[0];
  /** Aborts when the client goes away. */
  readonly signal?: AbortSignal | undefined;
}

/** What a form holds: text, files, and several of them under one name. */
export type FormFields = FormData | { readonly [name: string]: FormValue | readonly FormValue[] };
/** What a field of a form can hold: text, a number as it is printed, or a file. */
export type FormValue = string | number | Blob;

/** Where a path without an origin leads. */
export const testOrigin = "http://localhost";

/**
 * A request as an action of the Datastar client sends it, such as `@post("/todos")` with these signals in the page:
 * signals of GET and DELETE in the query, of the other methods as JSON in the body. Those with a name that begins with
 * `_` stay in the page, as they do in a browser.
 *
 * ```ts
 * await handler(signalsRequest("/todos", { draft: "Tea" }, { method: "POST" }));
 * ```
 *
 * @param url a path, or a whole URL
 * @param signals an object, or a set made with `signals`, which stands for its initial values
 * @throws TypeError for what cannot be signals
 * @see https://data-star.dev/reference/actions#get
 */
export function signalsRequest(url: string | URL, signals: SignalsInput = {}, options: RequestOptions = {}): Request {
  const { method = "GET" } = options;
  const json = JSON.stringify(sentSignals(JSON.parse(signalsPatch(signals).json)));
  const target = new URL(url, testOrigin);
  if (!isSentInQuery(method)) return request(target, method, options, json, "application/json");
  target.searchParams.set("datastar", json);
  return request(target, method, options);
}

/**
 * A request as `@post(url, { contentType: "form" })` sends it: fields of GET and DELETE in the query, of the other
 * methods urlencoded in the body, or as multipart when there is a file among them or `multipart` says so. The button
 * that was pressed is a field like any other.
 *
 * ```ts
 * await handler(formRequest("/profile", { name: "Ada", photo: new File([png], "ada.png", { type: "image/png" }) }));
 * ```
 *
 * @param url a path, or a whole URL
 * @see https://data-star.dev/reference/actions#options
 */
export function formRequest(
  url: string | URL,
  fields: FormFields = {},
  { multipart, ...options }: RequestOptions & { readonly multipart?: boolean | undefined } = {},
): Request {
  const { method = "POST" } = options;
  const form = fields instanceof FormData ? fields : toFormData(fields);
  const target = new URL(url, testOrigin);
  if (isSentInQuery(method)) {
    for (const [name, value] of urlencoded(form)) target.searchParams.append(name, value);
    return request(target, method, options);
  }
  const hasFile = Array.from(form.values()).some((value) => typeof value !== "string");
  if (multipart ?? hasFile) return request(target, method, options, form);
  return request(target, method, options, urlencoded(form), "application/x-www-form-urlencoded");
}

/**
 * The signals that the client sends: without those whose path has a segment that begins with `_`, and without objects
 * in which nothing is left.
 */
export function sentSignals(signals: { readonly [name: string]: unknown }): { readonly [name: string]: unknown } {
  const sent = Object.entries(signals).flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
    if (name.startsWith("_")) return [];
    if (!isPlainObject(value)) return [[name, value]];
    const inner = sentSignals(value);
    return Object.keys(inner).length === 0 ? [] : [[name, inner]];
  });
  return Object.fromEntries(sent);
}

function request(
  url: URL,
  method: string,
  { headers, signal }: RequestOptions,
  body?: string | URLSearchParams | FormData,
  contentType?: string,
): Request {
  const all = new Headers({
    accept: "text/event-stream, text/html, application/json",
    "datastar-request": "true",
    // What the browser adds, which protection against requests of other sites looks at.
    "sec-fetch-site": "same-origin",
    ...(method === "GET" ? {} : { origin: url.origin }),
    ...(contentType === undefined ? {} : { "content-type": contentType }),
  });
  new Headers(headers).forEach((value, name) => all.set(name, value));
  return new Request(url, { method, headers: all, body: body ?? null, signal: signal ?? null });
}

function toFormData(fields: Exclude<FormFields, FormData>): FormData {
  const form = new FormData();
  for (const [name, given] of Object.entries(fields)) {
    for (const value of isList(given) ? given : [given]) {
      if (value instanceof Blob) form.append(name, value);
      else form.append(name, String(value));
    }
  }
  return form;
}

// Array.isArray does not take a readonly array out of a union.
function isList(value: FormValue | readonly FormValue[]): value is readonly FormValue[] {
  return Array.isArray(value);
}

/** Of a file, the client sends no more than `[object File]` in a form that is not multipart. */
function urlencoded(form: FormData): URLSearchParams {
  return new URLSearchParams(Array.from(form, ([name, value]) => [name, String(value)]));
}
