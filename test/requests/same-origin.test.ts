// Cross-site request forgery: what a page of another origin makes a browser send, with its user's cookies.
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { checkOrigin, readForm, RequestError } from "datastar-tsx";
import { readSignals as readSignalsOfNode } from "datastar-tsx/node";
import { describe, expect, test } from "vitest";
import { open } from "../support/client.js";
import { connectedHttp2 } from "../support/http2.js";
import { answering } from "../support/reading.js";
import { type Exchange, servers } from "../support/servers.js";

type Origins = readonly string[] | "any" | undefined;
type Read = (exchange: Exchange, origins: Origins) => Promise<unknown>;

const readers: readonly [name: string, read: Read, type: string, body: string][] = [
  ["readSignals", ({ readSignals }, origins) => readSignals(undefined, { origins }), "application/json", "{}"],
  [
    "readForm",
    async ({ readForm }, origins) => void (await readForm({ origins })),
    "application/x-www-form-urlencoded",
    "a=1",
  ],
  // For a whole app: of handlers that read nothing, too.
  ["checkOrigin", async ({ checkOrigin }, origins) => checkOrigin({ origins }), "text/plain", "a"],
];

type Headers = { readonly [name: string]: string };
const host = "app.example";
const own = "https://app.example";

const allowed: readonly [what: string, headers: Headers][] = [
  ["no browser", {}],
  ["a page of ours", { "sec-fetch-site": "same-origin", origin: own }],
  [
    "a page of ours, behind a proxy that changes Host",
    { "sec-fetch-site": "same-origin", origin: "https://www.example" },
  ],
  ["a bookmark", { "sec-fetch-site": "none" }],
  ["a page of ours, in a browser that says its origin only", { origin: own }],
  ["a page of ours over plain HTTP", { origin: "http://app.example" }],
  ["a page of ours, whose port goes without saying", { origin: "https://app.example:443" }],
  // What a page of another origin cannot send without asking first.
  [
    "the client, without more, behind a proxy that changes Host",
    { origin: "https://www.example", "datastar-request": "true" },
  ],
];

const refused: readonly [what: string, headers: Headers][] = [
  ["a page of another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
  ["a page of another site that says it is ours", { "sec-fetch-site": "cross-site", origin: own }],
  [
    "a page of another site that CORS lets send what the client sends",
    { "sec-fetch-site": "cross-site", "datastar-request": "true" },
  ],
  ["a page of another host of our site", { "sec-fetch-site": "same-site", origin: "https://blog.app.example" }],
  ["a value that there is not", { "sec-fetch-site": "friendly" }],
  ["a page of another origin, in a browser that says that only", { origin: "https://evil.example" }],
  ["a host that begins with ours", { origin: "https://app.example.evil.example" }],
  ["another port", { origin: "https://app.example:8443" }],
  ["a page in a sandbox", { origin: "null" }],
  ["a page in a sandbox that says more", { origin: "null", "sec-fetch-site": "cross-site" }],
  ["no origin", { origin: "app.example" }],
  ["a forwarded host, which anybody can send", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
];

describe.each(servers)("$name", (server) => {
  describe.each(readers)("%s", (_, read, type, body) => {
    const send = async (method: string, headers: Headers, origins?: Origins): Promise<number | undefined> => {
      const url = await server.serve(answering((exchange) => read(exchange, origins)));
      const isInQuery = method === "GET" || method === "DELETE";
      const all = { host, "content-type": type, ...headers };
      return (await open(url, { method, headers: all, ...(isInQuery ? {} : { body }) })).status;
    };

    test.each(allowed)("%s may send", async (_, headers) => {
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect(await send(method, headers)).toBe(200);
    });

    test.each(refused)("%s may not", async (_, headers) => {
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect(await send(method, headers)).toBe(403);
    });

    test("everybody may link to us", async () => {
      for (const [, headers] of refused) expect(await send("GET", headers)).toBe(200);
    });

    test("origins that are named may send, exactly these; or any", async () => {
      const foreign = { "sec-fetch-site": "cross-site", origin: "https://shop.example" };
      expect(await send("POST", foreign, ["https://shop.example", "http://localhost:5173"])).toBe(200);
      expect(await send("POST", { origin: "https://shop.example" }, ["https://shop.example"])).toBe(200);
      expect(await send("POST", foreign, ["http://shop.example", "https://shop.example:8443"])).toBe(403);
      expect(await send("POST", foreign, [])).toBe(403);
      // A web view in an app, and an extension.
      for (const origin of ["capacitor://localhost", "chrome-extension://abcdefghijklmnop"])
        expect(await send("POST", { "sec-fetch-site": "cross-site", origin }, [origin])).toBe(200);
      expect(await send("POST", { origin: "null" }, "any")).toBe(200);
    });
  });

  test("the error names the origin, and the remedy", async () => {
    const url = await server.serve(answering(({ readSignals }) => readSignals()));
    const headers = { "content-type": "application/json", origin: "https://evil.example" };
    expect(JSON.parse(await (await open(url, { method: "POST", headers, body: "{}" })).text())).toEqual({
      status: 403,
      message: "A page of https://evil.example may not send this. An origin that may is named in the option `origins`.",
    });
  });
});

test("HTTP/2 says the host in another way", async () => {
  const session = await connectedHttp2(async (request, response) => {
    const status = await readSignalsOfNode(request).then(
      () => 200,
      (error: unknown) => (error instanceof RequestError ? error.status : 500),
    );
    response.writeHead(status).end();
  });
  const statusOf = async (origin: string): Promise<unknown> => {
    const headers = { ":method": "POST", ":authority": host, "content-type": "application/json", origin };
    const sent = session.request(headers).end("{}");
    const [response] = await once(sent, "response");
    await text(sent);
    return response[":status"];
  };
  expect(await statusOf(own)).toBe(200);
  expect(await statusOf("https://evil.example")).toBe(403);
});

test.each([
  ["https://app.example/", "https://app.example"],
  ["https://app.example/path", "https://app.example"],
  ["https://App.example:443", "https://app.example"],
  ["app.example", "https://example.com"],
  ["null", "https://example.com"],
  ["data:text/html", "https://example.com"],
  ["capacitor://localhost/", "capacitor://localhost"],
])("%j is no origin, and could never be found", (origin, better) => {
  const message = `origins has ${JSON.stringify(origin)}, which is no origin: write ${JSON.stringify(better)}.`;
  for (const read of [readForm, checkOrigin])
    expect(() => read(new Request(own), { origins: [origin] })).toThrow(new TypeError(message));
});

test.each(["*", "https://*.app.example", "http://*", "https://app.example,https://b.example", "capacitor://*"])(
  "%j stands for no origin: each is written out",
  (origin) => {
    expect(() => readForm(new Request(own), { origins: [origin] })).toThrow(
      new TypeError(
        `origins has ${JSON.stringify(origin)}, which is no origin: write each one out, such as "https://example.com".`,
      ),
    );
  },
);

test.each(["", "https://app.example", null])("%j is no list of origins", (origins) => {
  const read = (): unknown => Reflect.apply(readForm, undefined, [new Request(own), { origins }]);
  expect(read).toThrow(new TypeError(`origins is a list, or "any", not ${JSON.stringify(origins)}.`));
});
