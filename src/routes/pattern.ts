/** The methods that Datastar has an action for. */
export type RouteMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "QUERY";

/** A method and a path, and the names of the query's parameters: `GET /todos/:id?tab&page`. */
export type RoutePattern = `${RouteMethod} /${string}`;

export type MethodIn<Pattern> = Pattern extends `${infer Method extends RouteMethod} ${string}` ? Method : never;

export type PathIn<Pattern> = Pattern extends `${string} ${infer Address}`
  ? Address extends `${infer Path}?${string}`
    ? Path
    : Address
  : never;

/** The names of what stands in a base. */
export type BaseNames<Base extends string> = NameIn<Split<Base, "/">>;

/** The names of what stands in the path. */
export type PathNames<Pattern> = NameIn<Split<PathIn<Pattern>, "/">>;
type NameIn<Segment> = Segment extends `:${infer Name}` ? Name : never;

/** The names of what stands in the query. */
export type QueryNames<Pattern> = Pattern extends `${string}?${infer Query}` ? Split<Query, "&"> : never;

type Split<Text extends string, Separator extends string> = Text extends `${infer First}${Separator}${infer Rest}`
  ? First | Split<Rest, Separator>
  : Text;

/** What servers read differently: optional parts, wildcards, regular expressions, groups. */
type Special = "*" | "(" | ")" | "{" | "}" | "[" | "]" | "+" | "!" | "|" | "^" | "\\" | "#" | "%" | " " | "//";

declare const refused: unique symbol;

/** Stands for a pattern that is refused, and says why; no pattern fits. */
export interface RefusedPattern<why> {
  readonly [refused]: why;
}

/** The pattern; or, in its place, what is wrong with it. */
export type CheckedPattern<Pattern> = Pattern extends `${string}?`
  ? RefusedPattern<"a route has no optional parts, which servers read differently: declare two routes">
  : PathIn<Pattern> extends `${string}${Special}${string}`
    ? RefusedPattern<"a path is made of text and of :names, each a segment, which all servers read alike">
    : Pattern;

/** The base; or, in its place, what is wrong with it. */
export type CheckedBase<Base extends string> = string extends Base
  ? Base
  : Base extends "" | "/"
    ? Base
    : Base extends `${string}/` | `${string}${Special | "?"}${string}`
      ? RefusedPattern<"a base is a path of text and of :names, without a slash at its end">
      : Base extends `/${string}`
        ? Base
        : RefusedPattern<"a base begins with a slash">;

/** A pattern, taken apart. */
export interface ParsedPattern {
  readonly method: RouteMethod;
  /** For the router, which may be mounted at a base. */
  readonly path: string;
  readonly isMounted: boolean;
  /** The pattern with its base, which is what browsers ask for. */
  readonly whole: string;
  /** The segments of the path, with those of the base. */
  readonly segments: readonly Segment[];
  readonly queryNames: readonly string[];
}

export interface Segment {
  /** Text, or the name of what stands there. */
  readonly text: string;
  readonly isName: boolean;
}

const methods: readonly string[] = ["GET", "POST", "PUT", "PATCH", "DELETE", "QUERY"] satisfies readonly RouteMethod[];

/**
 * @param base stands in front of the path
 * @throws TypeError for what is no pattern, or one that servers read differently
 */
export function parsePattern(pattern: string, base: readonly Segment[] = []): ParsedPattern {
  const [, method = "", path = "", query] = /^(\S*) (\/[^?]*)(?:\?(.*))?$/.exec(pattern) ?? [];
  if (!isMethod(method)) {
    throw new TypeError(
      `"${pattern}" is no route: write a method (${methods.join(", ")}) and a path, as "GET /todos/:id".`,
    );
  }
  const own = path
    .slice(1)
    .split("/")
    .map((text, i, all) => segmentOf(text, i === all.length - 1, pattern));
  // A router that is mounted at /admin answers to that for its own "/".
  const segments = path === "/" && base.length > 0 ? base : [...base, ...own];
  const queryNames = query === undefined ? [] : query.split("&");
  for (const name of queryNames) checkQueryName(name, pattern);
  const names = [...segments.flatMap(({ text, isName }) => (isName ? [text] : [])), ...queryNames];
  const twice = names.find((name, i) => names.indexOf(name) < i);
  const asked = query === undefined ? "" : `?${query}`;
  const whole = `${method} ${segments.map(({ text, isName }) => (isName ? `/:${text}` : `/${text}`)).join("")}${asked}`;
  if (twice !== undefined) throw new TypeError(`"${whole}" has two parameters named ${twice}.`);
  return { method, path, isMounted: base.length > 0, whole, segments, queryNames };
}

/** @throws TypeError for what is no path, or one that servers read differently */
export function parseBase(base: string): readonly Segment[] {
  if (base === "" || base === "/") return [];
  if (!base.startsWith("/") || base.endsWith("/")) {
    throw new TypeError(`The base "${base}" begins with a slash, and does not end with one: write "/admin".`);
  }
  return base
    .slice(1)
    .split("/")
    .map((text) => segmentOf(text, false, base));
}

function isMethod(method: string): method is RouteMethod {
  return methods.includes(method);
}

// The characters and names that Hono, Express, Fastify and URLPattern read alike, and that need no encoding.
function segmentOf(text: string, isLast: boolean, pattern: string): Segment {
  if (/^:[A-Za-z_]\w*$/.test(text)) return { text: text.slice(1), isName: true };
  if (/^(?!\.{1,2}$)[\w.~@-]+$/.test(text) || (text === "" && isLast)) return { text, isName: false };
  throw new TypeError(
    `"${pattern}" has the segment "${text}": a path is made of text and of :names, each a segment, which all servers read alike.`,
  );
}

function checkQueryName(name: string, pattern: string): void {
  if (name === "datastar") {
    throw new TypeError(
      `"${pattern}": the client sends the signals as the query parameter "datastar"; take another name.`,
    );
  }
  if (!/^[A-Za-z_][\w-]*$/.test(name) || name === "__proto__") {
    throw new TypeError(
      `"${pattern}" has ${JSON.stringify(name)} for a query parameter: write the names alone, as "GET /todos?tab&page". A route has no optional parts; declare two routes.`,
    );
  }
}
