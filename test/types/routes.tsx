// Checked by tsc: what compiles here must, and each line under @ts-expect-error must not.
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { defineRoutes, type Expression, js, readForm, readSignals, signals, type Url, url } from "datastar-tsx";
import { Hono } from "hono";

const todo = signals({ draft: "", filter: "all", done: false });
declare const schema: StandardSchemaV1<unknown, { readonly age: number }>;

const routes = defineRoutes({
  home: "GET /",
  list: "GET /todos?filter&page",
  toggle: "POST /todos/:id/toggle",
  remove: "DELETE /lists/:list/todos/:id",
  show: "GET /todos/:id?tab",
  add: { route: "POST /todos", signals: todo.pick("draft") },
  upload: { route: "POST /todos/:id/files", form: schema },
  checked: { route: "PUT /todos/:id", signals: schema },
});

// Actions.
export const home: Expression<Promise<void>> = routes.home();
export const actions = [
  routes.home({ openWhenHidden: true }),
  routes.list(),
  routes.list({ filter: todo.filter, page: 2 }),
  routes.list({ filter: undefined }, { retry: "never" }),
  routes.toggle({ id: 7 }),
  routes.toggle({ id: js`${todo.draft}.trim()` }, { filterSignals: todo.pick("done") }),
  routes.remove({ list: "a", id: 7n }),
  routes.show({ id: "a", tab: null }),
  routes.add(),
  routes.add({ retry: "error" }),
  routes.upload({ id: 1 }, { selector: "#form" }),
  routes.checked({ id: 1 }, { filterSignals: { include: /age/ } }),
];
export const page = <button data-on:click={routes.toggle({ id: 7 })} data-init={[routes.list()]} />;
export const link = <a href={routes.show.url({ id: 7, tab: url`/x` })}>7</a>;
export const address: Url = routes.home.url();

// Servers.
export const method: "POST" = routes.toggle.method;
export const verb: "post" = routes.toggle.verb;
export const path: "/todos/:id" = routes.show.path;
export const matched: { readonly id: string; readonly tab?: string } | undefined = routes.show.match({ url: "/x" });
export const app = new Hono();
app[routes.remove.verb](routes.remove.path, (c) => c.text(c.req.param("list") satisfies string));
// @ts-expect-error
app[routes.remove.verb](routes.remove.path, (c) => c.text(c.req.param("lst")));
export async function read(request: Request) {
  const { draft } = await readSignals(request, routes.add.signals);
  const { age } = await readForm(request, routes.upload.form);
  // @ts-expect-error
  const { filter } = await readSignals(request, routes.add.signals);
  return [draft satisfies string, age satisfies number, filter];
}

// @ts-expect-error
routes.togle({ id: 7 });
// @ts-expect-error
routes.toggle();
// @ts-expect-error
routes.toggle({});
// @ts-expect-error
routes.toggle({ ident: 7 });
// @ts-expect-error
routes.toggle({ id: 7, tab: "x" });
// @ts-expect-error
routes.toggle({ id: undefined });
// @ts-expect-error
routes.toggle({ id: { a: 1 } });
// @ts-expect-error
routes.toggle({ id: 7 }, { openWhenHiden: true });
// @ts-expect-error
routes.list({ filtr: "all" });
// @ts-expect-error
routes.home({ filter: "all" });
// @ts-expect-error
routes.show.url({});
// @ts-expect-error
routes.add({ filterSignals: { include: /x/ } });
// @ts-expect-error
routes.upload({ id: 1 }, { contentType: "json" });
// @ts-expect-error
routes.home.signals;
// @ts-expect-error
routes.show.match({ url: "/x" })?.ident;
// @ts-expect-error
export const uncalled = <button data-on:click={routes.home} />;

// @ts-expect-error
defineRoutes({ list: "PSOT /todos" });
// @ts-expect-error
defineRoutes({ list: "/todos" });
// @ts-expect-error
defineRoutes({ list: "GET todos" });
// @ts-expect-error
defineRoutes({ file: "GET /files/*" });
// @ts-expect-error
defineRoutes({ show: "GET /todos/:id?" });
// @ts-expect-error
defineRoutes({ show: "GET /todos/:id(\\d+)" });
// @ts-expect-error
defineRoutes({ show: { route: "GET /todos/:id{[0-9]+}" } });
// @ts-expect-error
defineRoutes({ add: { route: "POST /todos", signals: todo, form: schema } });
// @ts-expect-error
defineRoutes({ add: { route: "POST /todos", signal: todo } });

// Routes that are mounted.
const mounted = defineRoutes({ home: "GET /", show: "GET /todos/:id?tab" }, { base: "/teams/:team" });
export const underneath = [
  mounted.home({ team: 1 }),
  mounted.home({ team: 1 }, { retry: "never" }),
  mounted.show.url({ team: todo.filter, id: 7, tab: "x" }),
];
export const ownPath: "/todos/:id" = mounted.show.path;
export const both: { readonly team: string; readonly id: string; readonly tab?: string } | undefined =
  mounted.show.match({ url: "/x" });
declare const anyBase: string;
export const configured = defineRoutes({ home: "GET /", show: "GET /todos/:id" }, { base: anyBase });
export const configuredUses = [configured.home(), configured.show({ id: 7 })];
// @ts-expect-error
mounted.home();
// @ts-expect-error
mounted.show({ id: 7 });
// @ts-expect-error
mounted.show({ team: 1, id: 7, tem: 2 });
// @ts-expect-error
defineRoutes({ home: "GET /" }, { base: "admin" });
// @ts-expect-error
defineRoutes({ home: "GET /" }, { base: "/admin/" });
// @ts-expect-error
defineRoutes({ home: "GET /" }, { base: "/admin/*" });
// @ts-expect-error
defineRoutes({ home: "GET /" }, { base: "/admin?x" });
// @ts-expect-error
defineRoutes({ home: "GET /" }, { bsae: "/admin" });
