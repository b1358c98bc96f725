import { defineRoutes, js, Signal, signals, url } from "datastar-tsx";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";

const todo = signals({ draft: "", filter: "all", ui: { open: false } });

const routes = defineRoutes({
  home: "GET /",
  list: "GET /todos?filter&page",
  toggle: "POST /todos/:id/toggle",
  remove: "DELETE /lists/:list/todos/:id",
  replace: "PUT /todos/:id",
  rename: "PATCH /todos/:id",
  search: "QUERY /todos/search",
  show: "GET /todos/:id?tab",
  add: { route: "POST /todos", signals: todo.pick("draft", "ui") },
  upload: { route: "POST /todos/:id/files", form: signals({ name: "" }) },
});

describe("a route is the action that sends its request", () => {
  test.each([
    [routes.home(), "@get('/')"],
    [routes.list(), "@get('/todos')"],
    [routes.list({ filter: "a&b", page: 2 }), "@get('/todos?filter=a%26b&page=2')"],
    [routes.list({ filter: undefined, page: null }), "@get('/todos')"],
    [routes.list({ page: 2 }, { openWhenHidden: true }), "@get('/todos?page=2', {openWhenHidden: true})"],
    [routes.list({ filter: todo.filter }), "@get('/todos?filter=' + encodeURIComponent($filter))"],
    [routes.toggle({ id: 7 }), "@post('/todos/7/toggle')"],
    [routes.toggle({ id: "ä/b?c#d" }), "@post('/todos/%C3%A4%2Fb%3Fc%23d/toggle')"],
    [routes.toggle({ id: js`el.dataset.id` }), "@post('/todos/' + encodeURIComponent(el.dataset.id) + '/toggle')"],
    [routes.remove({ id: 7n, list: true }), "@delete('/lists/true/todos/7')"],
    [routes.replace({ id: 1 }), "@put('/todos/1')"],
    [routes.rename({ id: 1 }), "@patch('/todos/1')"],
    [routes.search(), "@query('/todos/search')"],
    [routes.search({ retry: "never" }), "@query('/todos/search', {retry: 'never'})"],
    [routes.show({ id: 7, tab: url`/x?a=${1}` }), "@get('/todos/7?tab=%2Fx%3Fa%3D1')"],
    [routes.show({ id: url`/x` }), "@get('/todos/%2Fx')"],
  ])("%s", (action, source) => {
    expect(action.source).toBe(source);
  });

  test("it sends the signals that it declares, and no others", () => {
    const filter = String.raw`{filterSignals: {include: /^(?:draft|ui\.open)(?:\.|$)/}}`;
    expect(routes.add().source).toBe(`@post('/todos', ${filter})`);
    expect(routes.add({ retry: "never" }).source).toBe(`@post('/todos', {retry: 'never', ${filter.slice(1)})`);
  });

  test("it sends the form that it declares", () => {
    expect(routes.upload({ id: 1 }).source).toBe("@post('/todos/1/files', {contentType: 'form'})");
    expect(routes.upload({ id: 1 }, { selector: "#f" }).source).toBe(
      "@post('/todos/1/files', {selector: '#f', contentType: 'form'})",
    );
  });
});

test("a route tells what a server and a link need", () => {
  const { method, verb, path } = routes.remove;
  expect({ method, verb, path }).toEqual({ method: "DELETE", verb: "delete", path: "/lists/:list/todos/:id" });
  expect(routes.list.path).toBe("/todos");
  expect(String(routes.list)).toBe("GET /todos?filter&page");
  expect(routes.show.url({ id: 7, tab: "a b" }).href).toBe("/todos/7?tab=a%20b");
  expect(routes.home.url().href).toBe("/");
  expect(routes.add.signals.initial).toEqual({ draft: "", ui: { open: false } });
});

describe("matching a request", () => {
  test.each<[string, string, object | undefined]>([
    ["POST", "/todos/7/toggle", { id: "7" }],
    ["POST", "http://localhost:3000/todos/7/toggle?datastar=%7B%7D#x", { id: "7" }],
    ["POST", "/todos/a%2Fb%20c/toggle", { id: "a/b c" }],
    ["POST", "/todos/%C3%A4/toggle", { id: "ä" }],
    ["POST", "/todos/%ff/toggle", undefined],
    ["POST", "/todos//toggle", undefined],
    ["POST", "/todos/7/toggle/", undefined],
    ["POST", "/Todos/7/toggle", undefined],
    ["POST", "//todos/7/toggle", undefined],
    ["POST", "todos/7/toggle", undefined],
    ["GET", "/todos/7/toggle", undefined],
    ["POST", "/%74odos/7/toggle", { id: "7" }],
  ])("%s %s", (method, address, parameters) => {
    expect(routes.toggle.match({ method, url: address })).toEqual(parameters);
  });

  test("the parameters of the query are there if they are sent", () => {
    expect(routes.list.match(new Request("http://localhost/todos?page=2&other=x"))).toEqual({ page: "2" });
    expect(routes.list.match({ method: "HEAD", url: "/todos" })).toEqual({});
    expect(routes.home.match({ method: "GET", url: "/?x" })).toEqual({});
  });
});

describe("values that would change the path make the URL inert", () => {
  test.each(["", ".", "..", "%2e", "%2E%2e"])("%j", (id) => {
    const report = vi.spyOn(console, "error").mockImplementation(() => {});
    const source = routes.toggle({ id }).source;
    // An encoded dot is text when its percent sign is encoded.
    expect(source).toBe(
      id.startsWith("%")
        ? `@post('/todos/${id.replaceAll("%", "%25")}/toggle')`
        : `@post('unsafe:/todos/${id}/toggle')`,
    );
    report.mockRestore();
  });
});

test("whatever a parameter is, the server gets it", () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const text = fc.string({ unit: "grapheme" });
  fc.assert(
    fc.property(text, text, (id, tab) => {
      const { href = "" } = routes.show.url({ id, tab });
      fc.pre(!href.startsWith("unsafe:"));
      expect(routes.show.match({ method: "GET", url: href })).toEqual({ id, tab });
      expect(routes.show.match(new Request(new URL(href, "http://localhost")))).toEqual({ id, tab });
    }),
  );
  vi.restoreAllMocks();
});

describe("what cannot be meant is refused", () => {
  const refused = (call: () => unknown, message: string): void => expect(call).toThrow(new TypeError(message));
  // What types refuse as well.
  const { toggle, home, list } = routes as unknown as { readonly [name: string]: (...args: unknown[]) => unknown };
  const define = defineRoutes as (routes: unknown) => unknown;

  test.each<[() => unknown, string]>([
    [() => toggle?.(), 'POST /todos/:id/toggle: the parameter "id" is undefined.'],
    [() => toggle?.({ id: null }), 'POST /todos/:id/toggle: the parameter "id" is null.'],
    [() => toggle?.({ ident: 7 }), 'POST /todos/:id/toggle has no parameter "ident".'],
    [() => toggle?.(7), "POST /todos/:id/toggle: the parameters are an object, not a number."],
    [() => list?.({ filtr: "a" }), 'GET /todos?filter&page has no parameter "filtr".'],
    [() => home?.("x"), "GET /: the options are an object, not a string."],
    [
      () => toggle?.({ id: { a: 1 } }),
      "url`/todos/${…}/toggle`: a plain object with a in it cannot be part of a URL; pass a string, a number or a signal.",
    ],
    [
      () => define({ list: "GTE /todos" }),
      '"GTE /todos" is no route: write a method (GET, POST, PUT, PATCH, DELETE, QUERY) and a path, as "GET /todos/:id".',
    ],
    [
      () => define({ list: "/todos" }),
      '"/todos" is no route: write a method (GET, POST, PUT, PATCH, DELETE, QUERY) and a path, as "GET /todos/:id".',
    ],
    [
      () => define({ file: "GET /files/*" }),
      '"GET /files/*" has the segment "*": a path is made of text and of :names, each a segment, which all servers read alike.',
    ],
    [
      () => define({ file: "GET /files/:name.txt" }),
      '"GET /files/:name.txt" has the segment ":name.txt": a path is made of text and of :names, each a segment, which all servers read alike.',
    ],
    [
      () => define({ file: "GET /a//b" }),
      '"GET /a//b" has the segment "": a path is made of text and of :names, each a segment, which all servers read alike.',
    ],
    [
      () => define({ show: "GET /todos/:id?" }),
      '"GET /todos/:id?" has "" for a query parameter: write the names alone, as "GET /todos?tab&page". A route has no optional parts; declare two routes.',
    ],
    [
      () => define({ list: "GET /todos?tab=all" }),
      '"GET /todos?tab=all" has "tab=all" for a query parameter: write the names alone, as "GET /todos?tab&page". A route has no optional parts; declare two routes.',
    ],
    [
      () => define({ list: "GET /todos?datastar" }),
      '"GET /todos?datastar": the client sends the signals as the query parameter "datastar"; take another name.',
    ],
    [() => define({ x: "GET /a/:id/b/:id" }), '"GET /a/:id/b/:id" has two parameters named id.'],
    [() => define({ x: "GET /a/:id?id" }), '"GET /a/:id?id" has two parameters named id.'],
    [
      () => define({ show: "GET /todos/:id", edit: "GET /todos/:name" }),
      'The routes "show" and "edit" are the same: GET /todos/:name.',
    ],
    [
      () => define({ add: { route: "POST /", signals: todo, form: todo } }),
      'The route "add" has both signals and a form: an action sends one of them.',
    ],
    [() => define({ add: { signals: todo } }), 'The route "add" is text, as "GET /todos/:id", not undefined.'],
    [() => define(null), "defineRoutes() takes an object of routes, not null."],
  ])("%#", refused);
});

test("a signal of the page may be a parameter, of this copy of the package or of another", () => {
  expect(routes.toggle({ id: new Signal("id") }).source).toBe("@post('/todos/' + encodeURIComponent($id) + '/toggle')");
});
