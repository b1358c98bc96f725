import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe } from "../base/describe.js";
import { isPlainObject } from "../base/plain-object.js";
import { type ActionOptions, del, get, patch, post, put, query } from "../expressions/actions.js";
import type { Expression } from "../expressions/expression.js";
import type { Signal } from "../expressions/signal.js";
import { isSignalSet, type SignalSet } from "../expressions/signals.js";
import { isUrl, type Url, url, type UrlPart } from "../expressions/url.js";
import { match, type Requested } from "./match.js";
import type { BaseNames, MethodIn, ParsedPattern, PathIn, PathNames, QueryNames } from "./pattern.js";

/** What can stand in the place of a parameter. It is percent-encoded: at once, or in the browser. */
export type RouteParameter = string | number | bigint | boolean | Signal | Expression;

/** A value for each parameter of the path; those of the query may be left out. */
export type RouteParameters<Pattern, Base extends string = ""> = {
  readonly [name in BaseNames<Base> | PathNames<Pattern>]: RouteParameter;
} & { readonly [name in QueryNames<Pattern>]?: RouteParameter | null | undefined };

/** The parameters that a request has, as text. */
export type MatchedParameters<Pattern, Base extends string = ""> = {
  readonly [name in BaseNames<Base> | PathNames<Pattern>]: string;
} & { readonly [name in QueryNames<Pattern>]?: string };

/** What is sent along. */
export interface SentAlong {
  /** The signals that the action sends: a set of signals, or any other Standard Schema. */
  readonly signals?: StandardSchemaV1 | undefined;
  /** The form that the action sends: a set of signals, or any other Standard Schema. */
  readonly form?: StandardSchemaV1 | undefined;
}

/** Options that a route has decided itself, by what it declares to be sent. */
type Decided<Sent> = Sent extends { readonly signals: SignalSet<unknown> }
  ? "contentType" | "filterSignals" | "payload" | "selector"
  : Sent extends { readonly signals: StandardSchemaV1 }
    ? "contentType" | "payload" | "selector"
    : Sent extends { readonly form: StandardSchemaV1 }
      ? "contentType" | "filterSignals" | "payload"
      : never;

/** The options of a route's action: those of {@link ActionOptions} but for what the route has decided. */
export type RouteOptions<Sent = unknown> = Omit<ActionOptions, Decided<Sent>>;

type UrlArguments<Pattern, Base extends string> = [BaseNames<Base> | PathNames<Pattern>] extends [never]
  ? [QueryNames<Pattern>] extends [never]
    ? []
    : [parameters?: RouteParameters<Pattern, Base>]
  : [parameters: RouteParameters<Pattern, Base>];

/**
 * A route: called, it is the action that sends the request.
 *
 * ```tsx
 * <button data-on:click={routes.toggle({ id })} />; // data-on:click="@post('/todos/7/toggle')"
 * ```
 */
export interface Route<Pattern, Sent = unknown, Base extends string = ""> {
  /**
   * The action, with the parameters of the URL, if there are any.
   *
   * @throws TypeError for a parameter that is missing, or that the route does not have
   */
  (...args: [...UrlArguments<Pattern, Base>, options?: RouteOptions<Sent>]): Expression<Promise<void>>;

  /** `"POST"`, as `app.on` of Hono and `app.route` of Fastify take it. */
  readonly method: MethodIn<Pattern>;
  /** `"post"`, as routers name the functions that add a route: `app[route.verb](route.path, …)`. */
  readonly verb: Lowercase<MethodIn<Pattern>>;
  /** `"/todos/:id"`, as Hono, Express, Fastify and others read it: without the base, at which the router is mounted. */
  readonly path: PathIn<Pattern>;

  /** The URL, for links and redirections. See `url` for what becomes of values that would change the path. */
  url(...args: UrlArguments<Pattern, Base>): Url;

  /**
   * For servers without a router: the parameters of a request, decoded, if it is one of this route. HEAD is taken for
   * GET. The URL is the one that the browser has asked for, with the base.
   */
  match(request: Requested): MatchedParameters<Pattern, Base> | undefined;
}

const actions = { GET: get, POST: post, PUT: put, PATCH: patch, DELETE: del, QUERY: query } as const;

export function makeRoute(parsed: ParsedPattern, { signals, form }: SentAlong): object {
  const { method, path, whole, segments, queryNames } = parsed;
  const names = segments.flatMap(({ text, isName }) => (isName ? [text] : []));
  const hasParameters = names.length + queryNames.length > 0;
  const write = urlWriter(parsed, names);
  const act = actions[method];
  const sent: ActionOptions = {
    ...(form !== undefined && { contentType: "form" }),
    ...(isSignalSet(signals) && { filterSignals: signals }),
  };
  const isPlain = Object.keys(sent).length === 0;
  const call = (...args: readonly unknown[]): Expression<Promise<void>> => {
    const [parameters, options] = hasParameters ? args : [undefined, ...args];
    const given = optionsOf(options, whole);
    return act(write(parameters), isPlain ? given : { ...given, ...sent });
  };
  const route = Object.assign(call, {
    method,
    verb: method.toLowerCase(),
    path,
    ...(signals && { signals }),
    ...(form && { form }),
    url: Object.freeze(write),
    match: (request: Requested) => match(parsed, request),
    toString: () => whole,
  });
  return Object.freeze(route);
}

function optionsOf(options: unknown, pattern: string): ActionOptions | undefined {
  if (options === undefined || isPlainObject(options)) return options;
  throw new TypeError(`${pattern}: the options are an object, not ${describe(options)}.`);
}

function urlWriter({ whole: pattern, segments, queryNames }: ParsedPattern, names: readonly string[]) {
  const path = templateOf(
    segments
      .map(({ text, isName }) => (isName ? "/\0" : `/${text}`))
      .join("")
      .split("\0"),
  );
  const known = new Set([...names, ...queryNames]);
  return (parameters: unknown = {}): Url => {
    if (!isPlainObject(parameters))
      throw new TypeError(`${pattern}: the parameters are an object, not ${describe(parameters)}.`);
    for (const name of Object.keys(parameters)) {
      if (!known.has(name)) throw new TypeError(`${pattern} has no parameter "${name}".`);
    }
    const values = names.map((name) => valueOf(parameters, name, pattern));
    const asked = queryNames.filter((name) => parameters[name] !== undefined && parameters[name] !== null);
    if (asked.length === 0) return url(path, ...values);
    // The text of the path ends where the query begins.
    const texts = [...path.slice(0, -1), ...asked.map((name, i) => `${i === 0 ? `${path.at(-1)}?` : "&"}${name}=`), ""];
    return url(templateOf(texts), ...values, ...asked.map((name) => valueOf(parameters, name, pattern)));
  };
}

function templateOf(texts: readonly string[]): TemplateStringsArray {
  return Object.assign([...texts], { raw: texts });
}

function valueOf(parameters: Record<string, unknown>, name: string, pattern: string): UrlPart {
  const value = parameters[name];
  if (value === undefined || value === null) throw new TypeError(`${pattern}: the parameter "${name}" is ${value}.`);
  // As a value, a URL is text: `?then=/todos`.
  return isUrl(value) && value.href !== undefined ? value.href : (value as UrlPart);
}
