// A program's routes on the routers of frameworks; test/routes has a server without one.
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import koaRouter from "@koa/router";
import * as web from "datastar-tsx";
import { defineRoutes, signals } from "datastar-tsx";
import { readSignals } from "datastar-tsx/node";
import { Elysia } from "elysia";
import express from "express";
import fastify from "fastify";
import { H3, toNodeHandler } from "h3";
import koa from "koa";

const todo = signals({ draft: "", filter: "all" });
const routes = defineRoutes({
  toggle: "POST /todos/:id/toggle",
  show: "GET /todos/:id?tab",
  add: { route: "POST /todos", signals: todo.pick("draft") },
});
// Those of a router that is mounted.
const admin = defineRoutes({ home: "GET /", show: "GET /todos/:id?tab" }, { base: "/admin" });
const matched = (request: Parameters<typeof admin.show.match>[0]): string => {
  const { id, tab } = admin.show.match(request) ?? {};
  return `admin ${id} ${tab}`;
};

const id = "a/b c?ä";

/** What a server answers to requests of all routes. */
async function answers(base: string, answer: typeof fetch = fetch): Promise<readonly unknown[]> {
  const send = async (url: string | undefined, init?: RequestInit): Promise<string> =>
    (await answer(new URL(url ?? "", base), init)).text();
  const headers = { "content-type": "application/json" };
  return [
    await send(routes.toggle.url({ id }).href, { method: routes.toggle.method }),
    await send(routes.show.url({ id, tab: "x y" }).href),
    await send(routes.add.url().href, { method: routes.add.method, headers, body: '{"draft":"Milk"}' }),
    await send(admin.home.url().href),
    await send(admin.show.url({ id, tab: "x y" }).href),
  ];
}

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const expected = [`toggle ${id}`, `show ${id} x y`, "add Milk", "admin", `admin ${id} x y`];

/** What the frameworks answer, by their names. */
export const frameworks: { readonly [name: string]: () => Promise<readonly unknown[]> } = {
  Express: async () => {
    const app = express();
    app[routes.toggle.verb](routes.toggle.path, ({ params }, response) => void response.send(`toggle ${params.id}`));
    app[routes.show.verb](
      routes.show.path,
      ({ params, query }, response) => void response.send(`show ${params.id} ${String(query["tab"])}`),
    );
    app.use(express.json())[routes.add.verb](routes.add.path, async (request, response) => {
      const { draft } = await readSignals(request, routes.add.signals);
      response.send(`add ${draft}`);
    });
    const mounted = express.Router();
    mounted[admin.home.verb](admin.home.path, (_request, response) => void response.send("admin"));
    mounted[admin.show.verb](admin.show.path, (request, response) => void response.send(matched(request)));
    app.use("/admin", mounted);
    return answers(await listen(app));
  },

  Fastify: async () => {
    const app = fastify();
    app[routes.toggle.verb]<{ Params: { id: string } }>(routes.toggle.path, ({ params }) => `toggle ${params.id}`);
    app.route({
      method: routes.show.method,
      url: routes.show.path,
      handler: ({ raw }) => {
        const shown = routes.show.match(raw);
        return `show ${shown?.id} ${shown?.tab}`;
      },
    });
    app[routes.add.verb](routes.add.path, async ({ raw, body }) => {
      const { draft } = await readSignals(raw, routes.add.signals, { body });
      return `add ${draft}`;
    });
    app.register(
      async (mounted) => {
        mounted[admin.home.verb](admin.home.path, () => "admin");
        mounted[admin.show.verb](admin.show.path, ({ raw }) => matched(raw));
      },
      { prefix: "/admin" },
    );
    const base = await app.listen({ port: 0, host: "127.0.0.1" });
    app.server.unref();
    return answers(base);
  },

  Koa: async () => {
    const router = new koaRouter();
    router[routes.toggle.verb](routes.toggle.path, (ctx) => void (ctx.body = `toggle ${ctx.params["id"]}`));
    router[routes.show.verb](
      routes.show.path,
      (ctx) => void (ctx.body = `show ${ctx.params["id"]} ${String(ctx.query["tab"])}`),
    );
    router[routes.add.verb](routes.add.path, async (ctx) => {
      const { draft } = await readSignals(ctx.req, routes.add.signals);
      ctx.body = `add ${draft}`;
    });
    const mounted = new koaRouter({ prefix: "/admin" });
    mounted[admin.home.verb](admin.home.path, (ctx) => void (ctx.body = "admin"));
    mounted[admin.show.verb](admin.show.path, (ctx) => void (ctx.body = matched(ctx.req)));
    const app = new koa().use(router.routes()).use(mounted.routes());
    return answers(await listen(app.callback()));
  },

  h3: async () => {
    const app = new H3();
    app[routes.toggle.verb](routes.toggle.path, ({ req }) => `toggle ${routes.toggle.match(req)?.id}`);
    app[routes.show.verb](routes.show.path, ({ req }) => {
      const shown = routes.show.match(req);
      return `show ${shown?.id} ${shown?.tab}`;
    });
    app[routes.add.verb](routes.add.path, async ({ req }) => {
      const { draft } = await web.readSignals(req, routes.add.signals);
      return `add ${draft}`;
    });
    const mounted = new H3();
    mounted[admin.home.verb](admin.home.path, () => "admin");
    mounted[admin.show.verb](admin.show.path, ({ req }) => matched(req));
    app.mount("/admin", mounted);
    return answers(await listen(toNodeHandler(app)));
  },

  Elysia: async () => {
    const app = new Elysia();
    app[routes.toggle.verb](routes.toggle.path, ({ params }) => `toggle ${params.id}`);
    app[routes.show.verb](routes.show.path, ({ params, query }) => `show ${params.id} ${query["tab"]}`);
    app[routes.add.verb](routes.add.path, async ({ request, body }) => {
      const { draft } = await web.readSignals(request, routes.add.signals, { body });
      return `add ${draft}`;
    });
    const mounted = new Elysia({ prefix: "/admin" });
    mounted[admin.home.verb](admin.home.path, () => "admin");
    mounted[admin.show.verb](admin.show.path, ({ request }) => matched(request));
    app.use(mounted);
    const answer: typeof fetch = async (url, init) => app.handle(new Request(url, init));
    return answers("http://localhost", answer);
  },
};
