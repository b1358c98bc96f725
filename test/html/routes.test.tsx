import { defineRoutes, js, signals } from "datastar-tsx";
import { expect, test } from "vitest";

const todo = signals({ draft: "", filter: "all" });
const routes = defineRoutes({
  list: "GET /todos?filter",
  toggle: "POST /todos/:id/toggle",
  add: { route: "POST /todos", signals: todo.pick("draft") },
});
const ids: readonly unknown[] = [7, "a b", todo.filter, js`1 + 1`];

test("routes in attributes", () => {
  expect(String(<a href={routes.list.url({ filter: "a&b" })} data-init={routes.list()} />)).toBe(
    `<a href="/todos?filter=a%26b" data-init="@get('/todos')"></a>`,
  );
  expect(String(<form data-on:submit={routes.add()} action={routes.add.url()} />)).toBe(
    String.raw`<form data-on:submit="@post('/todos', {filterSignals: {include: /^(?:draft)(?:\.|$)/}})" action="/todos"></form>`,
  );
  expect(ids.map((id) => String(<p data-on:click={routes.toggle({ id: id as string })} />))).toEqual([
    `<p data-on:click="@post('/todos/7/toggle')"></p>`,
    `<p data-on:click="@post('/todos/a%20b/toggle')"></p>`,
    `<p data-on:click="@post('/todos/' + encodeURIComponent($filter) + '/toggle')"></p>`,
    `<p data-on:click="@post('/todos/' + encodeURIComponent(1 + 1) + '/toggle')"></p>`,
  ]);
});

test("a parameter of the query that is not there is left out", () => {
  const filters: readonly (string | undefined)[] = ["all", undefined];
  expect(filters.map((filter) => String(<p data-init={routes.list({ filter })} />))).toEqual([
    `<p data-init="@get('/todos?filter=all')"></p>`,
    `<p data-init="@get('/todos')"></p>`,
  ]);
});

const admin = defineRoutes({ show: "GET /todos/:id" }, { base: "/admin" });

test("routes of a router that is mounted", () => {
  expect(String(<a href={admin.show.url({ id: 7 })} data-init={admin.show({ id: todo.filter })} />)).toBe(
    `<a href="/admin/todos/7" data-init="@get('/admin/todos/' + encodeURIComponent($filter))"></a>`,
  );
});
