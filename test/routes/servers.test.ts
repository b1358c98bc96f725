// The routes of a program on a server without a router, and on Hono. test/frameworks has others.
import { defineRoutes, readSignals, signals } from "datastar-tsx";
import * as node from "datastar-tsx/node";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { listen } from "../support/servers.js";

const todo = signals({ draft: "", filter: "all" });
const routes = defineRoutes({
  toggle: "POST /todos/:id/toggle",
  show: "GET /todos/:id?tab",
  add: { route: "POST /todos", signals: todo.pick("draft") },
});

const id = "a/b c?ä";
const draft = JSON.stringify({ draft: "Milk" });
const json = { "content-type": "application/json" };

/** What each server answers. */
async function answers(send: (url: string, init?: RequestInit) => Promise<Response>): Promise<readonly unknown[]> {
  const responses = [
    await send(routes.toggle.url({ id }).href ?? "", { method: routes.toggle.method }),
    await send(routes.show.url({ id, tab: "x y" }).href ?? ""),
    await send(routes.add.url().href ?? "", { method: "POST", headers: json, body: draft }),
    await send("/nothing"),
  ];
  return Promise.all(responses.map(async (response) => `${response.status} ${await response.text()}`));
}

const expected = [`200 toggle ${id}`, `200 show ${id} x y`, "200 add Milk", "404 "];

test("node:http", async () => {
  const base = await listen((request, response) => {
    const reply = (text: string): void => void response.end(text);
    const toggled = routes.toggle.match(request);
    if (toggled) return reply(`toggle ${toggled.id}`);
    const shown = routes.show.match(request);
    if (shown) return reply(`show ${shown.id} ${shown.tab}`);
    if (routes.add.match(request))
      return void node.readSignals(request, routes.add.signals).then((sent) => reply(`add ${sent.draft}`));
    response.writeHead(404).end();
  });
  expect(await answers((url, init) => fetch(new URL(url, base), init))).toEqual(expected);
});

test("Hono", async () => {
  const app = new Hono();
  app[routes.toggle.verb](routes.toggle.path, (c) => c.text(`toggle ${c.req.param("id")}`));
  app.on(routes.show.method, routes.show.path, (c) => c.text(`show ${c.req.param("id")} ${c.req.query("tab")}`));
  app[routes.add.verb](routes.add.path, async (c) => {
    const { draft } = await readSignals(c.req.raw, routes.add.signals);
    return c.text(`add ${draft}`);
  });
  app.notFound((c) => c.text("", 404));
  expect(await answers(async (url, init) => app.request(url, init))).toEqual(expected);
});
