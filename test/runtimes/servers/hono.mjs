import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { shutdownOnSignal } from "./shutdown.ts";
import { fetch } from "./web.ts";

const app = new Hono().all("*", (c) => fetch(c.req.raw));

shutdownOnSignal(serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(port)));
