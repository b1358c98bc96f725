// Headers of replies and streams, in every form that fetch takes, and several of a name.
import { type HeadersInput, signalsResponse, stream as streamResponse } from "datastar-tsx";
import { type NodeResponse, sendSignals, stream } from "datastar-tsx/node";
import { describe, expect, test } from "vitest";
import { nodeProtocols, type Received, received } from "../support/replies.js";

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
