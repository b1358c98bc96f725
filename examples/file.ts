// A file beside an example, for the browser: `.get("/sky.css", file(new URL("sky.css", import.meta.url)))`.
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Handler } from "hono";

const types: Readonly<Record<string, string>> = { ".css": "text/css", ".js": "text/javascript" };

export const file =
  (url: URL): Handler =>
  async (c) =>
    c.body(await readFile(url, "utf8"), 200, {
      "content-type": `${types[extname(url.pathname)] ?? "text/plain"}; charset=utf-8`,
      "cache-control": "no-cache",
    });
