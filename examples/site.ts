// What an example needs beside it: the Datastar client and the stylesheet.
import { readFile } from "node:fs/promises";
import { clientResponse } from "datastar-tsx";
import type { Hub } from "datastar-tsx/hub";
import { hostClient } from "datastar-tsx/node";
import { Hono } from "hono";
import { etag } from "hono/etag";

/** What the module of an example exports. */
export interface Example {
  readonly default: App;
  /** Their visitors are sent on to another process when this one ends. */
  readonly hubs?: readonly Pick<Hub, "close" | "ready">[];
}

/** An app of Hono, whatever the variables of its requests. */
export type App = { fetch(request: Request): Response | Promise<Response> };

/** A site that consists of one app. */
export async function site(app: App): Promise<Hono> {
  // `npx datastar-tsx client` puts it there; without it, pages load the client from the CDN.
  const client = await hostClient(process.env["DATASTAR_BUNDLE"] ?? "public/datastar.js", { ifMissing: "cdn" });
  const stylesheet = new URL("style.css", import.meta.url);
  return new Hono()
    .use(async (c, next) => clientResponse(c.req.raw, client) ?? next())
    .get("/style.css", etag(), async (c) =>
      c.body(await readFile(stylesheet), 200, {
        "content-type": "text/css; charset=utf-8",
        "cache-control": "no-cache",
      }),
    )
    .all("*", (c) => app.fetch(c.req.raw));
}
