// A reply that cannot be made: the client gets status 500, `onError` the error, and the process lives.
import { type ErrorHandler, pageResponse, type ReplyOptions } from "datastar-tsx";
import { sendElements, sendPage } from "datastar-tsx/node";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { begin, open } from "../support/client.js";
import { deferred } from "../support/deferred.js";
import { allReplies, nodeProtocols, overHttp1, type Received, type Replies } from "../support/replies.js";
import { listen } from "../support/servers.js";

const problem = new Error("no data for ann@example.com");

function Throwing(): never {
  throw problem;
}

async function Rejecting(): Promise<never> {
  throw problem;
}

/** Never JSON. */
const circular: { self?: unknown } = {};
circular.self = circular;

type Case = [
  name: string,
  answer: (replies: Replies, options: ReplyOptions<unknown>) => Promise<Received>,
  error: unknown,
];

const cases: readonly Case[] = [
  ["a component that rejects", ({ page }, options) => page(<Rejecting />, options), problem],
  [
    "a component that rejects, deep inside",
    ({ page }, options) => page([<p>{[<Rejecting />]}</p>, "x"], options),
    problem,
  ],
  ["a function whose component throws", ({ page }, options) => page(() => <Throwing />, options), problem],
  ["a function whose component rejects", ({ elements }, options) => elements(() => <Rejecting />, options), problem],
  ["elements that reject", ({ elements }, options) => elements(["x", <Rejecting />], options), problem],
  [
    "elements of a kind that there is not",
    ({ elements }, options) => elements(1 as never, options),
    new TypeError("Elements are TSX or HTML in a string, not a number."),
  ],
  [
    "a selector of two lines",
    ({ elements }, options) => elements("x", { ...options, selector: "#a\r\nset-cookie: a=1" }),
    expect.any(TypeError),
  ],
  ["signals that are no JSON", ({ signals }, options) => signals("not json", options), expect.any(TypeError)],
  ["signals that JSON cannot carry", ({ signals }, options) => signals(circular, options), expect.any(TypeError)],
  [
    "attributes that JSON cannot carry",
    ({ script }, options) => script("a()", { ...options, attributes: circular as never }),
    expect.any(TypeError),
  ],
  [
    "a header that is not Latin-1",
    ({ page }, options) => page("x", { ...options, headers: { "x-name": "größe", "x-title": "日本" } }),
    new TypeError(
      'The header "x-title" has "日" in it: headers carry Latin-1 without line breaks. Encode the value, for instance with encodeURIComponent().',
    ),
  ],
  [
    "a header of two lines",
    ({ signals }, options) => signals({}, { ...options, headers: { "x-a": "b\r\nset-cookie: a=1" } }),
    expect.any(TypeError),
  ],
  [
    "a header whose name cannot be",
    ({ script }, options) => script("a()", { ...options, headers: { "x a": "b" } }),
    new TypeError('"x a" cannot be the name of a header.'),
  ],
];

describe.each(allReplies)("$name", (replies) => {
  test.each(cases)(
    "%s: status 500, which says nothing, and the error goes to onError once",
    async (_, answer, error) => {
      const errors: unknown[] = [];
      const received = await answer(replies, { onError: (error) => errors.push(error) });
      expect(received).toMatchObject({
        status: 500,
        headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
        body: "Internal Server Error",
      });
      expect(received.headers).not.toHaveProperty("x-name");
      expect(errors).toEqual([error]);
    },
  );

  test("without onError, the error goes to the console", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => logged.mockRestore());
    expect((await replies.page(<Rejecting />)).status).toBe(500);
    expect(logged.mock.calls).toEqual([[problem]]);
  });

  test.each<[string, ErrorHandler<unknown>]>([
    ["throws", () => Throwing()],
    ["rejects", () => Rejecting()],
  ])("an onError that %s is logged, and the client gets its answer", async (_, onError) => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => logged.mockRestore());
    expect((await replies.page(<Rejecting />, { onError })).status).toBe(500);
    await vi.waitFor(() => expect(logged.mock.calls).toEqual([[problem]]));
  });

  test("elements that nobody waits for, since the options are wrong, may fail", async () => {
    await expect(replies.page(<Rejecting />, { title: "x" } as never)).rejects.toThrow('page has no option "title"');
    await expect(replies.elements([<Rejecting />], { status: 99 })).rejects.toThrow(RangeError);
  });
});

test("web: onError gets the request, if the reply was given it", async () => {
  const request = new Request("http://localhost/");
  const onError = vi.fn();
  await pageResponse(<Rejecting />, { onError, request });
  await pageResponse(<Rejecting />, { onError });
  expect(onError.mock.calls).toEqual([
    [problem, request],
    [problem, undefined],
  ]);
});

describe.each(nodeProtocols)("$name", ({ over }) => {
  test("onError gets the request", async () => {
    const onError = vi.fn();
    await over((response) => sendPage(response, <Rejecting />, { onError }));
    expect(onError.mock.calls).toEqual([[problem, expect.objectContaining({ method: "GET", url: "/" })]]);
  });

  test("what described the answer is taken back; cookies and the like stay", async () => {
    const received = await over((response) => {
      response.setHeader("set-cookie", "a=1");
      response.setHeader("etag", '"1"');
      response.setHeader("content-encoding", "br");
      response.setHeader("content-length", "3");
      response.setHeader("cache-control", "public, max-age=3600");
      return sendPage(response, <Rejecting />, { onError: () => {} });
    });
    expect(received).toMatchObject({ status: 500, headers: { "set-cookie": ["a=1"], "cache-control": "no-store" } });
    expect(received.headers).not.toHaveProperty("etag");
    expect(received.headers).not.toHaveProperty("content-encoding");
    expect(received.body).toBe("Internal Server Error");
  });

  test("a response that somebody else has begun is left alone; onError hears of it", async () => {
    const onError = vi.fn();
    const received = await over(async (response) => {
      response.writeHead(200);
      await sendPage(response, "x", { onError });
      await sendElements(response, <Rejecting />, { onError });
      response.end("as before");
    });
    expect(received).toMatchObject({ status: 200, body: "as before" });
    expect(onError.mock.calls.map(([error]) => error)).toEqual([
      new TypeError("A reply needs a response whose headers have not been sent yet."),
      problem,
    ]);
  });
});

test("what wraps the response and fails: the error is reported, the connection broken off, the promise resolves", async () => {
  const onError = vi.fn();
  const resolved = deferred();
  const answered = overHttp1(async (response) => {
    response.end = () => Throwing();
    await sendPage(response, "x", { onError });
    resolved.resolve();
  });
  await expect(answered).rejects.toThrow();
  await resolved.promise;
  expect(onError.mock.calls.map(([error]) => error)).toEqual([problem]);
});

test("a client that has gone before its page is there is no error", async () => {
  const [arrived, made, done] = [deferred(), deferred(), deferred()];
  const onError = vi.fn();
  const url = await listen(async (_, response) => {
    arrived.resolve();
    await sendPage(
      response,
      made.promise.then(() => "x"),
      { onError },
    );
    done.resolve();
  });
  const sent = begin(url).end();
  await arrived.promise;
  sent.destroy();
  made.resolve();
  await done.promise;
  expect(onError).not.toHaveBeenCalled();
});

// What the quick start does: the promise goes back to the server, which does not look at it.
test("the server that ignores the promise lives", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  const url = await listen((_, response) => sendPage(response, <Rejecting />));
  for (const _ of [1, 2]) expect((await open(url)).status).toBe(500);
});
