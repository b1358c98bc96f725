// Serves one example, or else the gallery of all: npx tsx serve.ts click-to-edit
import { existsSync } from "node:fs";
import { serve } from "@hono/node-server";
import { shutdown } from "datastar-tsx/hub";
import { type Example, site } from "./site.js";

const name = process.argv[2] ?? "gallery";
const file = [`./${name}.tsx`, `./${name}/index.tsx`].find((file) => existsSync(new URL(file, import.meta.url)));
if (file === undefined) throw new Error(`There is no example ${name}.`);
const { default: app, hubs = [] }: Example = await import(file);

await Promise.all(hubs.map(({ ready }) => ready));
const server = serve({ fetch: (await site(app)).fetch, port: Number(process.env["PORT"] ?? 3000) }, (address) =>
  console.log(`http://localhost:${address.port}/`),
);

process.once("SIGTERM", () => void shutdown(server, { hubs }));
