import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { begin, type Init, open, posting, receive } from "../support/client.js";
import { answering } from "../support/reading.js";
import { nodeServer, servers } from "../support/servers.js";

const readSignals = answering(({ readSignals }) => readSignals());
const query = (json: string): string => `?datastar=${encodeURIComponent(json)}`;
const json = { "content-type": "application/json" };

describe.each(servers)("$name", (server) => {
  const ask = async (path: string, init: Init = {}): Promise<unknown> => {
    const reply = await open((await server.serve(readSignals)) + path, init);
    return { http: reply.status, ...JSON.parse(await reply.text()) };
  };

  test.each(["GET", "DELETE"])("%s: in the query", async (method) => {
    expect(await ask(query('{"a":1,"b":{"c":"ü&="}}'), { method })).toEqual({
      http: 200,
      value: { a: 1, b: { c: "ü&=" } },
    });
  });

  test.each(["POST", "PUT", "PATCH"])("%s: in the body", async (method) => {
    expect(await ask("", { ...posting({ a: 1, b: [{ c: "ü" }] }), method })).toEqual({
      http: 200,
      value: { a: 1, b: [{ c: "ü" }] },
    });
    expect(await ask(query('{"a":"of the query"}'), { ...posting({ a: 1 }), method })).toEqual({
      http: 200,
      value: { a: 1 },
    });
  });

  test("a GET without signals has none", async () => {
    expect(await ask("")).toEqual({ http: 200, value: {} });
    expect(await ask("?other=1")).toEqual({ http: 200, value: {} });
  });

  test.each(["application/json; charset=utf-8", "Application/JSON", "application/json ;x=y"])(
    "content type %s",
    async (type) => {
      expect(await ask("", { ...posting({ a: 1 }), headers: { "content-type": type } })).toEqual({
        http: 200,
        value: { a: 1 },
      });
    },
  );

  test.each(["text/plain", "text/plain;application/json", "application/json-seq", "application/x-www-form-urlencoded"])(
    "a body of type %s is refused: a page of another origin can send that",
    async (type) => {
      expect(await ask("", { ...posting({ a: 1 }), headers: { "content-type": type } })).toEqual({
        http: 415,
        status: 415,
        message: `Signals come as application/json, not as ${type}.`,
      });
    },
  );

  test("a body without a type is refused", async () => {
    expect(await ask("", { method: "POST", headers: { "content-length": 2 }, body: "{}" })).toEqual({
      http: 415,
      status: 415,
      message: "Signals come as application/json, not as a body without a content type.",
    });
  });

  test.each([
    ["[1]", " must be a JSON object of signals."],
    ["null", " must be a JSON object of signals."],
    ['"a"', " must be a JSON object of signals."],
    ["", " is not JSON: it is empty"],
    ['{"__proto__":{"admin":true}}', ' has a property named "__proto__", which no signal can have.'],
    ['{"a":[{"b":{"__proto__":1}}]}', ' has a property named "__proto__", which no signal can have.'],
    ['{"a":[{"\\u005f_proto__":1}]}', ' has a property named "__proto__", which no signal can have.'],
  ])("%j is refused", async (text, message) => {
    expect(await ask(query(text))).toEqual({
      http: 400,
      status: 400,
      message: `The query parameter "datastar"${message}`,
    });
    expect(await ask("", { method: "POST", headers: json, body: text })).toEqual({
      http: 400,
      status: 400,
      message: `The request body${message}`,
    });
  });

  test("text that is not JSON is refused, and the message tells where", async () => {
    expect(await ask(query("{a:1}"))).toEqual({
      http: 400,
      status: 400,
      message: expect.stringMatching(/^The query parameter "datastar" is not JSON: .+/),
    });
    expect(await ask("", { method: "POST", headers: json, body: '{"a":' })).toEqual({
      http: 400,
      status: 400,
      message: expect.stringMatching(/^The request body is not JSON: .+/),
    });
  });

  test("values may be nested deeper than calls can be", async () => {
    const depth = 400_000;
    const body = `{"a":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    const reply = await open(
      await server.serve(answering(async ({ readSignals }) => Object.keys((await readSignals()) as object))),
      {
        method: "POST",
        headers: json,
        body,
      },
    );
    expect(JSON.parse(await reply.text())).toEqual({ value: ["a"] });
  });

  test("characters that are split across packets are put together", async () => {
    const sent = begin(await server.serve(readSignals), {
      method: "POST",
      headers: { ...json, "transfer-encoding": "chunked" },
    });
    for (const byte of Buffer.from('{"a":"日本🎉ü"}')) sent.write(Buffer.of(byte));
    const reply = await receive(sent.end());
    expect(await reply.text()).toBe('{"value":{"a":"日本🎉ü"}}');
  });

  test("a byte order mark is no part of the text", async () => {
    expect(await ask("", { method: "POST", headers: json, body: '\ufeff{"a":1}' })).toEqual({
      http: 200,
      value: { a: 1 },
    });
  });

  test.each([
    ["a byte that cannot be", Buffer.from('{"a":"\xff"}', "latin1")],
    ["a character cut short", Buffer.from('{"a":"ü').subarray(0, -1)],
    ["a surrogate", Buffer.from('{"a":"\xed\xa0\x80"}', "latin1")],
  ])("a body that is not UTF-8 is refused: %s", async (_, body) => {
    expect(await ask("", { method: "POST", headers: json, body })).toEqual({
      http: 400,
      status: 400,
      message: "The request body is not UTF-8.",
    });
  });

  test.each(["::", "", "a b", "[::1", "user@host:99999", "ü"])("a Host header of %j does not matter", async (host) => {
    const url = new URL(await server.serve(readSignals));
    const socket = connect(Number(url.port), url.hostname);
    socket.end(`GET /${query('{"a":1}')} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    let text = "";
    socket.setEncoding("utf8").on("data", (chunk) => (text += chunk));
    await once(socket, "close");
    expect(text).toMatch(/\{"value":\{"a":1\}\}/);
  });

  test("whether the request is Datastar's", async () => {
    const url = await server.serve(({ isDatastarRequest, reply }) => reply(200, String(isDatastarRequest())));
    expect(await (await open(url, { headers: { "Datastar-Request": "true" } })).text()).toBe("true");
    expect(await (await open(url)).text()).toBe("false");
    expect(await (await open(url, { headers: { "Datastar-Request": "1" } })).text()).toBe("false");
  });
});

describe("node", () => {
  const { HOST } = process.env;
  afterEach(() => {
    if (HOST === undefined) delete process.env["HOST"];
    else process.env["HOST"] = HOST;
  });

  test("HOST in the environment does not matter", async () => {
    process.env["HOST"] = "::";
    const reply = await open((await nodeServer.serve(readSignals)) + query('{"a":1}'));
    expect(await reply.text()).toBe('{"value":{"a":1}}');
  });

  test.each(["//", "http://elsewhere/"])("a request target of %s does not matter", async (path) => {
    const url = new URL(await nodeServer.serve(readSignals));
    const socket = connect(Number(url.port), url.hostname);
    socket.end(`GET ${path}?datastar=%7B%7D HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    const [chunk] = await once(socket, "data");
    expect(String(chunk)).toContain("HTTP/1.1 200 OK");
  });
});
