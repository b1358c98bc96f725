// What a framework finds in a RequestError that nobody catches.
import { invalidInput, readForm, readSignals, RequestError, signals } from "datastar-tsx";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { posting } from "../support/client.js";
import { servers } from "../support/servers.js";

const todo = signals({ draft: "" });

test("Hono answers with it", async () => {
  const app = new Hono().post("/", async (c) => c.json(await readSignals(c.req.raw, todo)));
  const response = await app.request("/", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"draft":1}',
  });
  expect([response.status, await response.text()]).toEqual([
    422,
    "The signals are not what was expected: draft: expected string, got number.",
  ]);
  expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
});

test("has what was sent and what is wrong with it, to show the form again", async () => {
  const order = {
    "~standard": {
      version: 1,
      vendor: "test",
      validate: () => ({
        issues: [
          { message: "Too short.", path: ["name"] },
          { message: "No letters.", path: ["name"] },
          { message: "No such tea.", path: ["items", 0, "tea"] },
          { message: "Too late." },
        ],
      }),
    },
  } as const;
  const body = new URLSearchParams({ name: "1", "items[0]": "x" });
  const error: unknown = await readForm(new Request("http://localhost/", { method: "POST", body }), order).catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({
    input: { name: "1", "items[0]": "x" },
    messages: { name: "Too short.", "items.0.tea": "No such tea.", "": "Too late." },
  });
});

// Express: status. Koa: status, expose. Fastify: statusCode. Nest.js: expose, and that both are the same.
test("has the names that others look for", () => {
  expect(new RequestError(415, "no")).toMatchObject({ status: 415, statusCode: 415, expose: true, message: "no" });
});

test("one of another copy of the package is recognised; what merely looks like one is not", () => {
  class OfAnotherCopy extends Error {
    get [Symbol.for("datastar-tsx.RequestError")](): true {
      return true;
    }
  }
  expect(new OfAnotherCopy()).toBeInstanceOf(RequestError);
  expect(new RequestError(400, "no")).toBeInstanceOf(RequestError);
  for (const other of [{ ...new RequestError(400, "no") }, new Error("no"), null, "RequestError"])
    expect(other instanceof RequestError).toBe(false);
});

test("classes that extend it are told apart", () => {
  class TooEager extends RequestError {}
  expect(new TooEager(400, "no")).toBeInstanceOf(TooEager);
  expect(new TooEager(400, "no")).toBeInstanceOf(RequestError);
  expect(new RequestError(400, "no") instanceof TooEager).toBe(false);
});

test("of all that can go wrong, what a schema has refused is returned, and the rest thrown on", async () => {
  const json = { "content-type": "application/json" };
  const sent = (body: string) =>
    readSignals(new Request("http://localhost/", { method: "POST", headers: json, body }), todo);
  expect(await sent('{"draft":"Tea"}').catch(invalidInput)).toEqual({ draft: "Tea" });
  expect(await sent('{"draft":1}').catch(invalidInput)).toMatchObject({
    status: 422,
    messages: { draft: "expected string, got number" },
    input: { draft: 1 },
  });
  await expect(sent("{").catch(invalidInput)).rejects.toMatchObject({ status: 400 });
  expect(() => invalidInput(new TypeError("Mine."))).toThrow(new TypeError("Mine."));
});

describe.each(servers)("$name", (server) => {
  const requests: readonly [what: string, init: object][] = [
    ["in the query", {}],
    ["in the body, which is not JSON", { ...posting({}), body: "{" }],
    ["in the body, which is not what the schema says", posting({ draft: 1 })],
    ["in a body of another type", { ...posting({}), headers: { "content-type": "text/plain" } }],
  ];
  test.each(requests)("its stack begins where the handler asked: %s", async (_, init) => {
    let stack: string | undefined;
    const url = await server.serve(async ({ readSignals, reply }) => {
      async function theHandler(): Promise<unknown> {
        return await readSignals(todo);
      }
      await theHandler().catch((error: unknown) => (stack = error instanceof Error ? error.stack : undefined));
      return reply(200, "");
    });
    await fetch(url, init);
    const frames = stack?.split("\n").filter((line) => line.startsWith("    at ")) ?? [];
    // The test's exchange stands in between.
    expect(frames.slice(0, 2).join("\n")).toContain("theHandler");
    expect(stack).not.toContain("src/requests/");
    expect(stack).toMatch(/^RequestError: (?:The|Signals) /);
  });
});
