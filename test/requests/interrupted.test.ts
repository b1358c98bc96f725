import { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { begin, open, posting } from "../support/client.js";
import { deferred } from "../support/deferred.js";
import { answering } from "../support/reading.js";
import { type Exchange, nodeServer, servers } from "../support/servers.js";

type Read = (exchange: Exchange) => Promise<unknown>;

const readers: readonly [name: string, read: Read, type: string][] = [
  ["readSignals", ({ readSignals }) => readSignals(), "application/json"],
  ["readForm", ({ readForm }) => readForm(), "application/x-www-form-urlencoded"],
];

const consume = ({ request }: Exchange): Promise<string> =>
  request instanceof IncomingMessage ? text(request) : request.text();

describe.each(servers)("$name", (server) => {
  test.each(readers)("%s: a body that was read before is an error, not a wait without end", async (_, read, type) => {
    const url = await server.serve(
      answering(async (exchange) => {
        await consume(exchange);
        return read(exchange);
      }),
    );
    const reply = await open(url, { method: "POST", headers: { "content-type": type }, body: "a=1" });
    expect(JSON.parse(await reply.text())).toEqual({
      message:
        "TypeError: The request body has been read already, and is not there any more. " +
        "Pass what was read as the option `body`, or read it here first.",
    });
  });

  test.each(readers)("%s twice is an error as well", async (_, read, type) => {
    const url = await server.serve(
      answering(async (exchange) => {
        await read(exchange);
        return read(exchange);
      }),
    );
    const reply = await open(url, { method: "POST", headers: { "content-type": type }, body: "{}" });
    expect(await reply.text()).toContain("has been read already");
  });

  test("the query can be read as often as one likes", async () => {
    const url = await server.serve(answering(async ({ readSignals }) => [await readSignals(), await readSignals()]));
    expect(await (await open(`${url}?datastar={"a":1}`)).text()).toBe('{"value":[{"a":1},{"a":1}]}');
  });

  test.each(readers)("%s: a client that went away is a bad request", async (_, read, type) => {
    for (const wait of [false, true]) {
      const reading = deferred();
      const failure = deferred<unknown>();
      const url = await server.serve(async (exchange) => {
        reading.resolve();
        if (wait) await exchange.gone;
        await read(exchange).then(failure.reject, failure.resolve);
        return exchange.reply(400, "");
      });
      const sent = begin(url, { method: "POST", headers: { "content-type": type, "content-length": 1000 } });
      sent.write('{"a":');
      await reading.promise;
      sent.destroy();
      expect(await failure.promise).toMatchObject({
        name: "RequestError",
        status: 400,
        message: "The client went away before it had sent the whole body.",
      });
    }
  });
});

describe("node", () => {
  // Middleware leaves what it has parsed in `request.body`.
  test.each<[name: string, parse: (text: string) => unknown]>([
    ["express.json()", JSON.parse],
    ["express.raw()", (text) => Buffer.from(text)],
  ])("a body that %s has read is taken from there", async (_, parse) => {
    const url = await nodeServer.serve(
      answering(async ({ request, readSignals }) => {
        Object.assign(request, { body: parse(await text(request as IncomingMessage)) });
        return readSignals();
      }),
    );
    expect(await (await open(url, posting({ a: "ü" }))).text()).toBe('{"value":{"a":"ü"}}');
    for (const signals of [[1], null, 1]) {
      expect(await (await open(url, posting(signals))).text()).toBe(
        '{"status":400,"message":"The request body must be a JSON object of signals."}',
      );
    }
    expect((await open(url, { ...posting({}), headers: { "content-type": "text/plain" } })).status).toBe(415);
  });

  test("a form that express.raw() has read is taken from there", async () => {
    const url = await nodeServer.serve(
      answering(async ({ request, readForm }) => {
        Object.assign(request, { body: Buffer.from(await text(request as IncomingMessage)) });
        return [...(await readForm())];
      }),
    );
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect(await (await open(url, { method: "POST", headers, body: "a=1&b=%C3%BC" })).text()).toBe(
      '{"value":[["a","1"],["b","ü"]]}',
    );
  });

  // Express 4's parsers set an empty object when they leave a body alone that is not theirs.
  test.each(readers)("%s: a body that middleware has left alone is read", async (name, read, type) => {
    const url = await nodeServer.serve(
      answering(async (exchange) => {
        Object.assign(exchange.request, { body: {} });
        const value = await read(exchange);
        return value instanceof FormData ? Object.fromEntries(value) : value;
      }),
    );
    const body = name === "readForm" ? "a=1" : '{"a":"1"}';
    expect(await (await open(url, { method: "POST", headers: { "content-type": type }, body })).text()).toBe(
      '{"value":{"a":"1"}}',
    );
  });

  test("the limit holds for what middleware has read, too", async () => {
    const url = await nodeServer.serve(
      answering(async ({ request, readSignals }) => {
        Object.assign(request, { body: Buffer.from(await text(request as IncomingMessage)) });
        return readSignals(undefined, { limit: 3 });
      }),
    );
    expect((await open(url, posting({ a: 1 }))).status).toBe(413);
  });
});
