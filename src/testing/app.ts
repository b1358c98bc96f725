/** A handler of web requests. */
export type FetchHandler = (request: Request) => Response | Promise<Response>;

/** A handler of Node.js, as Express and Koa's `callback()` are; `never` stands for requests and responses of any kind. */
export type NodeHandler = (request: never, response: never, ...rest: never[]) => unknown;

/** What has a `fetch` method: an app of Hono or Elysia, a Worker, what Deno serves. */
export interface FetchApp {
  // A method, so that what takes more than the request, such as an environment, fits too.
  fetch(request: Request): unknown;
}

/** A server of Node.js. It does not have to listen. */
export interface NodeServer {
  emit(event: "connection", socket: unknown): unknown;
  listen(port: number): unknown;
}

/** An app of Fastify. */
export interface FastifyApp {
  ready(): PromiseLike<unknown>;
  readonly server: NodeServer;
}

/**
 * What can be tested: a function that takes a `Request`, or a request and a response of Node.js; what has a `fetch`
 * method, as apps of Hono do; a server of Node.js; an app of Express, Koa (its `callback()`) or Fastify.
 */
export type App = FetchHandler | NodeHandler | FetchApp | NodeServer | FastifyApp;

/**
 * Sends a request to an app, in this process and without a port, and returns its response, whose body comes as the app
 * sends it.
 *
 * ```ts
 * const response = await requestTo(app, signalsRequest("/todos", { draft: "Tea" }, { method: "POST" }));
 * await eventsOf(requestTo(app, signalsRequest("/feed"))).take(1);
 * ```
 *
 * Of functions, those that take one parameter are handlers of web requests, and all others are handlers of Node.js; to
 * test one of web requests that takes more, pass `{ fetch: handler }`. Aborting the request, or cancelling the body, is
 * a client that goes away.
 */
export async function requestTo(app: App, request: Request): Promise<Response> {
  if ("fetch" in app) return checked(await app.fetch(request));
  if (isFetchHandler(app)) return checked(await app(request));
  const { requestToNode } = await import("./node-app.js");
  if ("ready" in app) {
    await app.ready();
    return requestToNode(app.server, request);
  }
  return requestToNode(app, request);
}

/** Express' apps are functions as well, of three parameters. */
function isFetchHandler(app: Exclude<App, FetchApp>): app is FetchHandler {
  return typeof app === "function" && app.length < 2;
}

function checked(response: unknown): Response {
  // Those of other realms and of polyfills are no instances of ours.
  if (typeof response === "object" && response !== null && "headers" in response && "status" in response)
    return response as Response;
  throw new TypeError(`The app returned no Response, but ${String(response)}.`);
}
