// The numbers of checks in the table of servers are those of the checks that there are.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checks as ofApps } from "../frameworks/checks.js";
import { frameworks } from "../frameworks/frameworks.js";
import { checks as ofHandlers } from "../runtimes/checks.js";
import { platforms } from "../runtimes/platforms.js";

interface Tested {
  readonly name: string;
  readonly lacks?: readonly string[] | undefined;
  readonly known?: Readonly<Record<string, string>> | undefined;
}

/** What the servers of a row are called in the tests. */
const rows: Readonly<Record<string, RegExp>> = {
  "Node.js, HTTP/1 and HTTP/2": /, node:http2?$/,
  srvx: /, srvx$/,
  Bun: /^Bun$/,
  Deno: /^Deno$/,
  Workers: /^workerd$/,
  Hono: /^Hono|@hono/,
  "Elysia, on Bun and Node.js": /^Elysia/,
  "React Router": /^React Router$/,
  Next: /^Next/,
};

function count(all: readonly { readonly name: string }[], { lacks = [], known = {} }: Tested): readonly number[] {
  const run = all.filter(({ name }) => !lacks.includes(name));
  return [run.length, run.filter(({ name }) => name in known).length];
}

const tested: readonly { readonly name: string; readonly counts: readonly number[] }[] = [
  ...platforms.map((platform) => ({ name: platform.name, counts: count(ofHandlers, platform) })),
  ...frameworks.map((framework) => ({ name: framework.name, counts: count(ofApps, framework) })),
];

function cells(): readonly (readonly [name: string, checks: string])[] {
  const page = readFileSync(join(import.meta.dirname, "../../docs/servers.md"), "utf8");
  const [, table = ""] = /^\| \| a stream .*\n\| --- .*\n((?:\|.*\n)+)/m.exec(page) ?? [];
  return table
    .trim()
    .split("\n")
    .map((row) => row.split(" | "))
    .map((row) => [row[0]?.slice(2) ?? "", row.at(-1)?.replace(" |", "") ?? ""]);
}

test.each(cells())("%s: %s checks", (name, checks) => {
  const pattern = rows[name] ?? new RegExp(`^${name}$`);
  const counts = tested.filter(({ name: server }) => pattern.test(server)).map((server) => server.counts);
  const all = counts.reduce((sum, [run = 0]) => sum + run, 0);
  const failing = counts.reduce((sum, [, known = 0]) => sum + known, 0);
  expect(checks).toBe(failing === 0 ? String(all) : `${all - failing} of ${all}`);
});
