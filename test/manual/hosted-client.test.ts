// The lines of the manual that have a server answer requests for the client: each is run. Hono is itself; the others are
// what they hand to such a line.
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { clientResponse, configureClient } from "datastar-tsx";
import { hostClient, sendClient } from "datastar-tsx/node";
import { Hono } from "hono";
import { afterAll, expect, test } from "vitest";

const page = readFileSync(join(import.meta.dirname, "../../docs/client.md"), "utf8");
const [, table = ""] = /^\| server \| .*\n\| --- .*\n((?:\|.*\n)+)/m.exec(page) ?? [];
const lines = table
  .trim()
  .split("\n")
  .map((row): readonly [servers: string, code: string] => {
    const [, servers = "", code = ""] = /^\| (.*?) \| .*`([^`]+)` \|$/.exec(row) ?? [];
    return [servers.replaceAll("`", ""), code];
  });

const client = await hostClient(new TextEncoder().encode("// Datastar v1.0.4\n"), { path: "/assets/datastar.js" });
afterAll(() => configureClient());

type Handler = (...args: readonly unknown[]) => unknown;
const other = (): Response => new Response("else");

/** Runs a line with what it refers to. */
function run(code: string, given: { readonly [name: string]: unknown }): unknown {
  const names = { clientResponse, sendClient, client, ...given };
  return new Function(...Object.keys(names), code)(...Object.values(names));
}

/** The function that a line gives to `app.use`, or to the method of that name. */
function given(code: string): Handler {
  const handlers: Handler[] = [];
  const take = (...args: readonly unknown[]): void => void handlers.push(args.at(-1) as Handler);
  run(code, { app: { use: take, onRequest: take, addHook: take } });
  expect(handlers).toHaveLength(1);
  return handlers[0] ?? other;
}

const ofNode: { readonly [servers: string]: (code: string) => RequestListener } = {
  "node:http, node:http2": (code) => (_request, response) => {
    run(`${code} response.end("else");`, { response });
  },
  "Express, Nest": (code) => {
    const middleware = given(code);
    return (request, response) => middleware(request, response, () => response.end("else"));
  },
  Koa: (code) => {
    const middleware = given(code);
    return async (_request, response) => {
      const ctx = { res: response, respond: true };
      await middleware(ctx, () => {});
      if (ctx.respond) response.end("else");
    };
  },
  Fastify: (code) => {
    const hook = given(code);
    return (request, response) => hook({ raw: request }, { raw: response, hijack() {} }, () => response.end("else"));
  },
};

const ofWeb: { readonly [servers: string]: (code: string) => (request: Request) => unknown } = {
  Hono: (code) => {
    const app = new Hono();
    run(code, { app });
    return app.get("*", (c) => c.text("else")).fetch;
  },
  h3: (code) => {
    const middleware = given(code);
    return (req) => middleware({ req }, other);
  },
  Elysia: (code) => {
    const hook = given(code);
    return (request) => hook({ request }) ?? other();
  },
  "Bun, Deno, srvx, Workers": (code) => (request) => run(`return ${code.replace("…", "other()")}`, { request, other }),
  SvelteKit: (code) => (request) => run(`return ${code}`, { event: { request }, resolve: other }),
  Next: (code) => {
    const handler = run(`let GET; return ${code}`, { notFound: other }) as Handler;
    return (request) => handler(request);
  },
};

/** Asks a listener of Node.js, as the others are asked. */
async function ask(listener: (request: IncomingMessage, response: ServerResponse) => void, path: string) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  } finally {
    server.close();
  }
}

test("there are as many lines as servers here", () => {
  expect(lines.map(([servers]) => servers).toSorted()).toEqual(
    [...Object.keys(ofNode), ...Object.keys(ofWeb)].toSorted(),
  );
});

test.each(lines)("%s: the client is answered, and nothing else", async (servers, code) => {
  const [node, web] = [ofNode[servers]?.(code), ofWeb[servers]?.(code)];
  const answer = async (path: string): Promise<string> => {
    const response = node ? await ask(node, path) : await web?.(new Request(`http://localhost${path}`));
    return response instanceof Response ? response.text() : "no response";
  };
  expect(await answer(client.src)).toBe("// Datastar v1.0.4\n");
  expect(await answer("/")).toBe("else");
});
