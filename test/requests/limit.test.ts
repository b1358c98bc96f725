import { once } from "node:events";
import { Agent } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { readSignals, type RequestError } from "datastar-tsx";
import { describe, expect, onTestFinished, test } from "vitest";
import { begin, open, posting, receive } from "../support/client.js";
import { answering } from "../support/reading.js";
import { nodeServer, servers } from "../support/servers.js";

const mebibyte = 1024 * 1024;
const json = { "content-type": "application/json" };
const chunked = { ...json, "transfer-encoding": "chunked" };
/** A body of exactly so many bytes. */
const bodyOf = (bytes: number): string => `{"a":"${"x".repeat(bytes - 8)}"}`;

const lengthOfA = answering(async ({ readSignals }) => ((await readSignals()) as { a: string }).a.length);

describe.each(servers)("$name", (server) => {
  test("the default limit is one mebibyte", async () => {
    const url = await server.serve(lengthOfA);
    expect(await (await open(url, { method: "POST", headers: json, body: bodyOf(mebibyte) })).text()).toBe(
      `{"value":${mebibyte - 8}}`,
    );
    const reply = await open(url, { method: "POST", headers: json, body: bodyOf(mebibyte + 1) });
    expect(reply.status).toBe(413);
    expect(JSON.parse(await reply.text())).toEqual({
      status: 413,
      message: "The request body is larger than the limit of 1048576 bytes.",
    });
  });

  test.each([json, chunked])("the limit can be another, with %j", async (headers) => {
    const url = await server.serve(answering(({ readSignals }) => readSignals(undefined, { limit: 20 })));
    expect((await open(url, { method: "POST", headers, body: bodyOf(20) })).status).toBe(200);
    const reply = await open(url, { method: "POST", headers, body: bodyOf(21) });
    expect(JSON.parse(await reply.text())).toEqual({
      status: 413,
      message: "The request body is larger than the limit of 20 bytes.",
    });
  });

  test("the limit is one of forms too", async () => {
    const url = await server.serve(answering(({ readForm }) => readForm({ limit: 10 })));
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await open(url, { method: "POST", headers, body: "a=34567890" })).status).toBe(200);
    expect((await open(url, { method: "POST", headers, body: "a=345678901" })).status).toBe(413);
  });

  test("a body that announces itself as too large is refused before it is sent", async () => {
    const sent = begin(await server.serve(lengthOfA), {
      method: "POST",
      headers: { ...json, "content-length": 600 * mebibyte },
    });
    sent.flushHeaders();
    expect((await receive(sent)).status).toBe(413);
  });

  test("a body that goes on and on is refused while it is sent", async () => {
    const sent = begin(await server.serve(lengthOfA), { method: "POST", headers: chunked });
    const piece = "x".repeat(64 * 1024);
    const write = (): void => {
      while (sent.write(piece));
    };
    sent.on("drain", write);
    write();
    const reply = await receive(sent);
    expect(reply.status).toBe(413);
    expect(await reply.text()).toContain("larger than the limit");
  });
});

describe("node", () => {
  test.each([json, chunked])(
    "a client that reads nothing before it has sent everything gets its answer, and the next one: %j",
    async (headers) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      onTestFinished(() => agent.destroy());
      const url = await nodeServer.serve(lengthOfA);
      const sent = begin(url, { method: "POST", headers, agent });
      const reply = receive(sent);
      await new Promise<void>((resolve) => sent.end(bodyOf(20 * mebibyte), resolve));
      expect((await reply).status).toBe(413);
      await (await reply).text();
      expect(await (await open(url, { ...posting({ a: "abc" }), agent })).text()).toBe('{"value":3}');
    },
  );
});

// Other servers reset the connection when a web request's body is cancelled, and nobody sees the answer.
test.each([json, chunked])(
  "a whole body that is too large gets its answer from Hono on Node.js: %j",
  async (headers) => {
    const server = serve({
      port: 0,
      fetch: (request) =>
        readSignals(request, undefined, { limit: 1000 }).then(
          () => new Response(),
          (error: RequestError) => error.getResponse(),
        ),
    });
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const sent = begin(`http://localhost:${(server.address() as AddressInfo).port}/`, {
      method: "POST",
      headers,
    });
    const reply = receive(sent);
    sent.end(bodyOf(20 * mebibyte));
    expect((await reply).status).toBe(413);
    expect(await (await reply).text()).toContain("larger than the limit");
  },
);
