// Headers of replies and streams, in every form that fetch takes, and several of a name.
import { once } from "node:events";
import { Agent } from "node:http";
import { type HeadersInput, noContent, pageResponse, signalsResponse, stream as streamResponse } from "datastar-tsx";
import { type NodeResponse, sendNoContent, sendPage, sendSignals, stream } from "datastar-tsx/node";
import { describe, expect, test, vi } from "vitest";
import { open } from "../support/client.js";
import { connectedHttp2 } from "../support/http2.js";
import { nodeProtocols, type Received, received } from "../support/replies.js";
import { listen } from "../support/servers.js";

const forms: readonly [name: string, headers: HeadersInput][] = [
  ["an object", { "X-A": "größe", "Set-Cookie": ["a=1", "b=2"], "x-none": undefined, "X-List": ["1", "2"] }],
  [
    "pairs",
    [
      ["X-A", "größe"],
      ["Set-Cookie", "a=1"],
      ["set-cookie", "b=2"],
      ["x-list", "1"],
      ["X-List", "2"],
    ],
  ],
  [
    "Headers",
    new Headers([
      ["x-a", "größe"],
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
      ["x-list", "1, 2"],
    ]),
  ],
  ["a Map", new Map(Object.entries({ "x-a": "größe", "set-cookie": "a=1", "Set-Cookie": "b=2", "x-list": "1, 2" }))],
];

const web: readonly [name: string, answer: (headers: HeadersInput) => Response][] = [
  ["reply", (headers) => signalsResponse({}, { headers })],
  ["stream", (headers) => streamResponse(new Request("http://localhost/"), () => {}, { headers })],
];

describe.each(web)("web, %s", (_, answer) => {
  test.each(forms)("%s", (_, given) => {
    const { headers } = answer(given);
    expect(Object.fromEntries(headers)).toMatchObject({ "x-a": "größe", "x-list": "1, 2" });
    expect(headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(headers.has("x-none")).toBe(false);
  });
});

const node: readonly [name: string, answer: (response: NodeResponse, headers: HeadersInput) => void | Promise<void>][] =
  [
    ["reply", (response, headers) => sendSignals(response, {}, { headers })],
    ["stream", (response, headers) => stream(response.req, response, () => {}, { headers })],
  ];

describe.each(nodeProtocols)("$name", ({ over }) => {
  describe.each(node)("%s", (_, answer) => {
    test.each(forms)("%s", async (_, headers) => {
      const received = await over((response) => answer(response, headers));
      // Both parsers give Latin-1 as it came.
      expect(received.headers).toMatchObject({ "x-list": "1, 2", "set-cookie": ["a=1", "b=2"] });
      expect(received.headers["x-a"]).toMatch(/^gr/);
      expect(received.headers).not.toHaveProperty("x-none");
    });

    test("cookies that were set before stay; other headers are replaced, whatever their case", async () => {
      const received = await over((response) => {
        response.setHeader("Set-Cookie", "session=1");
        response.setHeader("X-A", "before");
        return answer(response, { "set-cookie": ["a=1", "b=2"], "x-a": "after" });
      });
      expect(received.headers).toMatchObject({ "set-cookie": ["session=1", "a=1", "b=2"], "x-a": "after" });
    });
  });
});

// As when the headers of another answer are passed on, or middleware has meant another one.
const ofAnother = { "Content-Length": "2", "transfer-encoding": "gzip, chunked", "x-a": "b" };

describe("what headers say of the length of a body is not ours", () => {
  test.each<[name: string, answer: () => Response | Promise<Response>]>([
    ["page", () => pageResponse("<p>1", { headers: ofAnother })],
    ["signals", () => signalsResponse({ a: 1 }, { headers: new Headers(ofAnother) })],
    ["nothing", () => noContent({ headers: Object.entries(ofAnother) })],
    ["stream", () => streamResponse(new Request("http://localhost/"), () => {}, { headers: ofAnother })],
  ])("web, %s", async (_, answer) => {
    const { headers } = await received(await answer());
    expect(headers).toMatchObject({ "x-a": "b" });
    expect(Object.keys(headers)).not.toContain("content-length");
    expect(Object.keys(headers)).not.toContain("transfer-encoding");
  });

  describe.each(nodeProtocols)("$name", ({ over }) => {
    const answers: readonly [
      name: string,
      answer: (response: NodeResponse, headers?: HeadersInput) => void | Promise<void>,
      body: string,
    ][] = [
      ["page", (response, headers) => sendPage(response, "<p>1", { headers }), "<!DOCTYPE html><p>1"],
      ["signals", (response, headers) => sendSignals(response, { a: 1 }, { headers }), '{"a":1}'],
      ["nothing", (response, headers) => sendNoContent(response, { headers }), ""],
      [
        "stream",
        (response, headers) => stream(response.req, response, (sse) => sse.patchSignals({ a: 1 }), { headers }),
        'event: datastar-patch-signals\ndata: signals {"a":1}\n\n',
      ],
    ];
    test.each(answers)("given to a %s", async (_, answer, body) => {
      expect(await over((response) => answer(response, ofAnother))).toMatchObject({ headers: { "x-a": "b" }, body });
    });

    test.each(answers)("set before a %s", async (_, answer, body) => {
      const received = await over((response) => {
        for (const [name, value] of Object.entries(ofAnother)) response.setHeader(name, value);
        return answer(response);
      });
      expect(received).toMatchObject({ headers: { "x-a": "b" }, body });
      if (body === "") expect(received.headers).not.toHaveProperty("content-length");
    });
  });
});

test.each([[{}], [ofAnother]])(
  "a stream that is broken off is not complete, whatever was set before: %o",
  async (before) => {
    const url = await listen((request, response) => {
      for (const [name, value] of Object.entries(before)) response.setHeader(name, value);
      void stream(request, response, (sse) => sse.disconnect());
    });
    const reply = await open(url, { agent: new Agent({ keepAlive: true }) });
    expect(reply.headers).toMatchObject({ "transfer-encoding": "chunked" });
    await expect(reply.text()).rejects.toThrow("The response broke off");
  },
);

test("HTTP/2: what it refuses of the headers that were set before breaks the answer off, which would never come", async () => {
  const session = await connectedHttp2((_, response) => {
    response.setHeader("upgrade", "h3");
    sendNoContent(response, { onError: () => {} });
  });
  const sent = session.request({ ":path": "/" });
  await expect(once(sent, "close")).rejects.toThrow("NGHTTP2_INTERNAL_ERROR");
});

test.each([
  ["text", "x-a: 1", "not a string."],
  ["a list of text, as `rawHeaders` is", ["x-a", "1"], 'not a list with "x-a" in it.'],
])("%s is no headers", (_, headers, message) => {
  const onError = vi.fn();
  expect(signalsResponse({}, { headers: headers as unknown as HeadersInput, onError }).status).toBe(500);
  expect(onError.mock.calls).toEqual([
    [new TypeError(`headers must be Headers, an object, or pairs of names and values, ${message}`), undefined],
  ]);
});

describe("a header that HTTP cannot carry, in a stream", () => {
  type OnError = (error: unknown, request: unknown) => void;
  const streams: readonly { readonly name: string; answer(onError: OnError): Promise<Received> }[] = [
    {
      name: "web",
      answer: (onError) =>
        received(streamResponse(new Request("http://localhost/"), () => {}, { headers: { "x-a": "日" }, onError })),
    },
    ...nodeProtocols.map(({ name, over }) => ({
      name,
      answer: (onError: OnError) =>
        over((response) => stream(response.req, response, () => {}, { headers: { "x-a": "日" }, onError })),
    })),
  ];
  test.each(streams)("$name: status 500, and the error goes to onError", async ({ answer }) => {
    const errors: unknown[] = [];
    expect(await answer((error, request) => errors.push([error, typeof request]))).toMatchObject({
      status: 500,
      body: "Internal Server Error",
    });
    expect(errors).toEqual([
      [expect.objectContaining({ message: expect.stringContaining('"x-a" has "日"') }), "object"],
    ]);
  });
});
