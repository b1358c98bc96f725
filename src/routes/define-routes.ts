import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe } from "../base/describe.js";
import { isPlainObject } from "../base/plain-object.js";
import { type CheckedBase, type CheckedPattern, parseBase, parsePattern, type RoutePattern } from "./pattern.js";
import { makeRoute, type Route, type SentAlong } from "./route.js";

/** A route, and what is sent along. */
export type RouteDeclaration =
  | { readonly route: RoutePattern; readonly signals?: StandardSchemaV1; readonly form?: never }
  | { readonly route: RoutePattern; readonly form: StandardSchemaV1; readonly signals?: never };

/** Routes by the names that a program gives them. */
export interface RouteDeclarations {
  readonly [name: string]: RoutePattern | RouteDeclaration;
}

/** The declarations; or, in their place, what is wrong with them. */
type Checked<T> = {
  readonly [name in keyof T]: T[name] extends string ? CheckedPattern<T[name]> : CheckedDeclaration<T[name]>;
};
type CheckedDeclaration<T> = {
  readonly [key in keyof T]: key extends "route"
    ? CheckedPattern<T[key]>
    : key extends keyof SentAlong
      ? T[key]
      : never;
};

type RouteOf<Declaration, Base extends string> = Declaration extends { readonly route: infer Pattern }
  ? Route<Pattern, Declaration, Base> & Omit<Declaration, "route">
  : Route<Declaration, unknown, Base>;

/** What {@link defineRoutes} returns: the routes by name. */
export type Routes<T, Base extends string = ""> = { readonly [name in keyof T]: RouteOf<T[name], Base> };

/** Options of {@link defineRoutes}. */
export interface RoutesOptions<Base = string> {
  /**
   * Where the router of these routes is mounted, if it is: `"/admin"`, `"/teams/:team"`. It stands in front of every URL
   * and action, and in no `path`, to which the router adds it.
   */
  readonly base?: Base;
}

/**
 * Declares the routes of a program once: for the actions that send the requests, and for the server that answers them.
 *
 * ```tsx
 * const routes = defineRoutes({
 *   list: "GET /todos?filter",
 *   toggle: "POST /todos/:id/toggle",
 *   add: { route: "POST /todos", signals: todo.pick("draft") },
 * });
 *
 * <button data-on:click={routes.toggle({ id })} />;        // @post('/todos/7/toggle')
 * app[routes.toggle.verb](routes.toggle.path, handler);    // app.post("/todos/:id/toggle", handler)
 * const { draft } = await readSignals(request, routes.add.signals);
 * ```
 *
 * A path is made of text and of `:names`, each a segment: what Hono, Express, Fastify and `URLPattern` read alike. Behind
 * `?` stand the names of parameters of the query, which may be left out.
 *
 * An action sends what its route declares: the signals of a set and no others, or the closest form.
 *
 * Routes of a router that is mounted have a `base`:
 *
 * ```tsx
 * const users = defineRoutes({ list: "GET /users" }, { base: "/admin" });
 *
 * app.route("/admin", new Hono().get(users.list.path, handler)); // "/users"
 * <a href={users.list.url()} />;                                 // "/admin/users"
 * ```
 *
 * @throws TypeError for a path or a base that servers read differently, and for two routes of the same method and path
 */
export function defineRoutes<const T extends RouteDeclarations, const Base extends string = "">(
  routes: T & Checked<T>,
  options?: RoutesOptions<Base & CheckedBase<Base>>,
): Routes<T, Base>;
export function defineRoutes(routes: RouteDeclarations, options: RoutesOptions = {}): object {
  if (!isPlainObject(routes)) throw new TypeError(`defineRoutes() takes an object of routes, not ${describe(routes)}.`);
  const base = baseOf(options);
  const taken = new Map<string, string>();
  const entries = Object.entries(routes).map(([name, declaration]) => {
    const { route, ...sent } = typeof declaration === "string" ? { route: declaration } : declaration;
    if (typeof route !== "string")
      throw new TypeError(`The route "${name}" is text, as "GET /todos/:id", not ${describe(route)}.`);
    if (sent.signals !== undefined && sent.form !== undefined)
      throw new TypeError(`The route "${name}" has both signals and a form: an action sends one of them.`);
    const parsed = parsePattern(route, base);
    const { method, segments } = parsed;
    const shape = `${method} /${segments.map(({ text, isName }) => (isName ? ":" : text)).join("/")}`;
    const other = taken.get(shape);
    if (other !== undefined) throw new TypeError(`The routes "${other}" and "${name}" are the same: ${route}.`);
    taken.set(shape, name);
    return [name, makeRoute(parsed, sent)] as const;
  });
  return Object.freeze(Object.fromEntries(entries));
}

function baseOf(options: unknown) {
  if (!isPlainObject(options))
    throw new TypeError(
      `The options of defineRoutes() are an object, as { base: "/admin" }, not ${describe(options)}.`,
    );
  const { base = "", ...unknown } = options;
  const [other] = Object.keys(unknown);
  if (other !== undefined) throw new TypeError(`defineRoutes() has no option "${other}": it has base.`);
  if (typeof base !== "string") throw new TypeError(`The base of routes is text, as "/admin", not ${describe(base)}.`);
  return parseBase(base);
}
