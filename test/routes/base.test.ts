// Routes of a router that is mounted: what is sent, and where it arrives. test/frameworks has other routers.
import type { IncomingMessage } from "node:http";
import { defineRoutes, signals } from "datastar-tsx";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";

const todo = signals({ draft: "" });
const declared = {
  home: "GET /",
  show: "GET /todos/:id?tab",
  add: { route: "POST /todos", signals: todo.pick("draft") },
} as const;
const admin = defineRoutes(declared, { base: "/admin" });
const team = defineRoutes(declared, { base: "/teams/:team" });

describe("URLs and actions begin with the base", () => {
  test.each([
    [String(admin.home.url()), "/admin"],
    [String(admin.show.url({ id: "a/b", tab: "x" })), "/admin/todos/a%2Fb?tab=x"],
    [admin.show({ id: todo.draft }).source, "@get('/admin/todos/' + encodeURIComponent($draft))"],
    [admin.add().source, String.raw`@post('/admin/todos', {filterSignals: {include: /^(?:draft)(?:\.|$)/}})`],
    [String(team.home.url({ team: "a b" })), "/teams/a%20b"],
    [team.show({ team: todo.draft, id: 7 }).source, "@get('/teams/' + encodeURIComponent($draft) + '/todos/7')"],
    [String(defineRoutes(declared, { base: "/a/b" }).home.url()), "/a/b"],
    [String(defineRoutes({ list: "GET /todos/" }, { base: "/a" }).list.url()), "/a/todos/"],
    [String(defineRoutes({ list: "GET /?page" }, { base: "/a" }).list.url({ page: 2 })), "/a?page=2"],
    [String(admin.show), "GET /admin/todos/:id?tab"],
    // An app that may be mounted, and is not.
    ...["", "/"].map((base) => [String(defineRoutes(declared, { base }).show.url({ id: 7 })), "/todos/7"]),
    [String(defineRoutes(declared, {}).home.url()), "/"],
  ])("%s", (written, expected) => expect(written).toBe(expected));
});

test("the path is the router's own", () => {
  expect([admin.home.path, admin.show.path, team.add.path]).toEqual(["/", "/todos/:id", "/todos"]);
});

describe("match() takes what a browser has asked for", () => {
  test.each<[string, { readonly [name: string]: string } | undefined, (typeof admin | typeof team)["show"]]>([
    ["/admin/todos/7?tab=x", { id: "7", tab: "x" }, admin.show],
    ["https://example.com/admin/todos/7", { id: "7" }, admin.show],
    ["/todos/7", undefined, admin.show],
    ["/admin/admin/todos/7", undefined, admin.show],
    ["/teams/a%2Fb/todos/7", { team: "a/b", id: "7" }, team.show],
    ["/teams//todos/7", undefined, team.show],
  ])("%s", (url, found, route) => expect(route.match({ url })).toEqual(found));

  test("for its own /, the base alone", () => {
    expect(["/admin", "/admin/", "/"].map((url) => admin.home.match({ url }))).toEqual([{}, undefined, undefined]);
  });

  test("Express has it beside what is left for a mounted router", () => {
    const request = { method: "GET", url: "/todos/7", originalUrl: "/admin/todos/7" } as unknown as IncomingMessage;
    expect(admin.show.match(request)).toEqual({ id: "7" });
    // Where nothing is mounted, a middleware may have rewritten the URL.
    expect(defineRoutes(declared).show.match(request)).toEqual({ id: "7" });
  });
});

describe("Hono", () => {
  const handlers = (app: Hono, routes: typeof admin | typeof team): Hono => {
    app.get(routes.home.path, (c) => c.text("home"));
    app.get(routes.show.path, (c) => {
      const matched: { readonly [name: string]: string } | undefined = routes.show.match(c.req.raw);
      return c.text(JSON.stringify([c.req.param(), matched]));
    });
    return app;
  };
  test.each<[string, Hono, typeof admin]>([
    ["app.route()", new Hono().route("/admin", handlers(new Hono(), admin)), admin],
    ["app.basePath()", handlers(new Hono().basePath("/admin"), admin), admin],
  ])("%s", async (_, app, routes) => {
    expect(await (await app.request(routes.home.url().href ?? "")).text()).toBe("home");
    expect(await (await app.request(routes.show.url({ id: "a/b" }).href ?? "")).json()).toEqual([
      { id: "a/b" },
      { id: "a/b" },
    ]);
  });

  test("a base with a parameter", async () => {
    const app = new Hono().route("/teams/:team", handlers(new Hono(), team));
    expect(await (await app.request(team.home.url({ team: "a" }).href ?? "")).text()).toBe("home");
    const both = { team: "ä", id: "7" };
    expect(await (await app.request(team.show.url(both).href ?? "")).json()).toEqual([both, both]);
  });
});

describe("what is no base is refused", () => {
  const define = defineRoutes as (routes: unknown, options?: unknown) => unknown;
  test.each([
    [{ base: "admin" }, 'The base "admin" begins with a slash, and does not end with one: write "/admin".'],
    [{ base: "/admin/" }, 'The base "/admin/" begins with a slash, and does not end with one: write "/admin".'],
    [
      { base: "/a//b" },
      '"/a//b" has the segment "": a path is made of text and of :names, each a segment, which all servers read alike.',
    ],
    [
      { base: "/*" },
      '"/*" has the segment "*": a path is made of text and of :names, each a segment, which all servers read alike.',
    ],
    [
      { base: "https://example.com" },
      'The base "https://example.com" begins with a slash, and does not end with one: write "/admin".',
    ],
    [{ base: 7 }, 'The base of routes is text, as "/admin", not a number.'],
    [{ bsae: "/admin" }, 'defineRoutes() has no option "bsae": it has base.'],
    ["/admin", 'The options of defineRoutes() are an object, as { base: "/admin" }, not a string.'],
    [{ base: "/teams/:id" }, '"GET /teams/:id/todos/:id?tab" has two parameters named id.'],
    [{ base: "/teams/:tab" }, '"GET /teams/:tab/todos/:id?tab" has two parameters named tab.'],
  ])("%j", (options, message) => {
    expect(() => define({ show: declared.show }, options)).toThrow(new TypeError(message));
  });
});
