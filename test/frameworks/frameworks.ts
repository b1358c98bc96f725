import { fileURLToPath } from "node:url";
import { newestNode, workerd } from "../runtimes/platforms.js";

/** A framework, and the app that is served with it. */
export interface Framework {
  readonly name: string;
  /** What must be done before it can be served, in this folder. */
  readonly build?: Command;
  /** Serves on the port that the environment names, or `$PORT`. */
  readonly serve: Command;
  readonly folder?: string;
  /** Default: production. */
  readonly mode?: "development" | "production";
  /** Checks that do not hold, by their names, and why. They fail as soon as they hold. */
  readonly known?: Readonly<Record<string, string>>;
}

type Command = readonly [program: string, ...args: string[]];

export const here = fileURLToPath(new URL(".", import.meta.url));
export const root = fileURLToPath(new URL("../..", import.meta.url));
const bin = (name: string): string => `${here}node_modules/.bin/${name}`;

const program = (name: string): string => `${here}out/${name}.js`;
const onNode = (file: string): Command => [process.execPath, program(file)];
const onBun = (file: string): Command => [`${root}node_modules/.bin/bun`, program(file)];

/** Apps that are one file. */
export const files = [
  "hono-node",
  "hono-bun",
  "hono-deno",
  "express",
  "fastify",
  "koa",
  "h3",
  "nest",
  "elysia-bun",
  "elysia-node",
  "routes",
];

export const frameworks: readonly Framework[] = [
  { name: "Hono", serve: onNode("hono-node") },
  { name: "Hono on Bun", serve: onBun("hono-bun") },
  {
    name: "Hono on Deno",
    serve: [
      `${root}node_modules/.bin/deno`,
      "serve",
      "--allow-all",
      "--quiet",
      "--host=127.0.0.1",
      "--port=$PORT",
      program("hono-deno"),
    ],
  },
  {
    name: "Durable Objects",
    known: { "a client that leaves is missed at once": "it is missed when something is sent to it" },
    serve: [workerd, "serve", "--socket-addr=http=127.0.0.1:$PORT", `${here}apps/durable-objects.capnp`],
  },
  { name: "Express", serve: onNode("express") },
  { name: "Fastify", serve: onNode("fastify") },
  { name: "Koa", serve: onNode("koa") },
  { name: "h3", serve: onNode("h3") },
  { name: "Nest", serve: onNode("nest") },
  { name: "Elysia", serve: onBun("elysia-bun") },
  { name: "Elysia on Node.js", serve: onNode("elysia-node") },
  {
    name: "Nitro",
    folder: "apps/nitro",
    build: [bin("nitro"), "build"],
    serve: [process.execPath, ".output/server/index.mjs"],
  },
  {
    name: "Astro",
    folder: "apps/astro",
    // It wants Node.js 22.
    build: [newestNode, `${here}node_modules/astro/bin/astro.mjs`, "build"],
    serve: [newestNode, "dist/server/entry.mjs"],
  },
  {
    name: "React Router",
    folder: "apps/react-router",
    build: [bin("react-router"), "build"],
    serve: [bin("react-router-serve"), "build/server/index.js"],
  },
  {
    name: "SvelteKit",
    folder: "apps/sveltekit",
    build: [bin("vite"), "build"],
    serve: [process.execPath, "build"],
  },
  { name: "Next, dev", folder: "apps/next", mode: "development", serve: [bin("next"), "dev"] },
  { name: "Next", folder: "apps/next", build: [bin("next"), "build"], serve: [bin("next"), "start"] },
];
