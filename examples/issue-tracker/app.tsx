// The whole app, without a server around it: what tests ask, and what server.ts serves.
import { readFile } from "node:fs/promises";
import { checkOrigin, clientResponse, isDatastarRequest, redirectResponse, RequestError } from "datastar-tsx";
import { hostClient } from "datastar-tsx/node";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Database } from "./database.js";
import { issueHandlers } from "./handlers/issue.js";
import { listHandlers } from "./handlers/list.js";
import { loggedIn, sessionHandlers } from "./handlers/session.js";
import { createLive } from "./live.js";
import { type Env, page, toast } from "./respond.js";
import { routes } from "./routes.js";
import { ErrorPage } from "./views/error-page.js";

// `npx datastar-tsx client` puts it there; without it, pages load the client from the CDN.
const client = await hostClient(process.env["DATASTAR_BUNDLE"] ?? "public/datastar.js", { ifMissing: "cdn" });
const style = await readFile(new URL("style.css", import.meta.url), "utf8");
const icon = await readFile(new URL("icon.svg", import.meta.url), "utf8");

export function createApp(database: Database) {
  const live = createLive(database);
  const app = new Hono<Env>()
    .use(async (c, next) => {
      checkOrigin(c.req.raw);
      // Hono puts what is set on `c` into a response once it was asked for one.
      void c.res;
      c.header("x-content-type-options", "nosniff");
      c.header("referrer-policy", "same-origin");
      await next();
    })
    .use(async (c, next) => clientResponse(c.req.raw, client) ?? next())
    .get(routes.stylesheet.path, (c) => c.text(style, 200, { "content-type": "text/css; charset=utf-8" }))
    .get(routes.icon.path, (c) => c.text(icon, 200, { "content-type": "image/svg+xml" }))
    .route("/", sessionHandlers(database, live))
    .get(routes.home.path, (c) => redirectResponse(routes.issues.url(), { request: c.req.raw }))
    .use(loggedIn(database))
    .route("/", listHandlers(database, live))
    .route("/", issueHandlers(database, live))
    .notFound(() => {
      throw new HTTPException(404, { message: "There is nothing here." });
    })
    .onError((error, c) => {
      const { status, message } = told(error);
      // The client reads replies with status 200 only.
      if (isDatastarRequest(c.req.raw)) return toast(message);
      const user = c.get("user");
      return page(c, (nonce) => <ErrorPage nonce={nonce} status={status} message={message} user={user} />, status);
    });
  return { app, hub: live.hub };
}

/** What may be said of an error. What nobody has foreseen is for the log. */
function told(error: unknown): { readonly status: number; readonly message: string } {
  if (error instanceof HTTPException) return error;
  if (!(error instanceof RequestError)) {
    console.error(error);
    return { status: 500, message: "Something went wrong. We have been told." };
  }
  const { status, issues } = error;
  if (status === 413) return { status, message: "That is too large." };
  if (status === 403) return { status, message: "This was sent from another site." };
  return { status, message: issues[0]?.message ?? "That could not be understood." };
}
