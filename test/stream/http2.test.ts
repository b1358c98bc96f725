import { once } from "node:events";
import { type ClientHttp2Session, type ClientHttp2Stream, constants } from "node:http2";
import { brotliDecompressSync } from "node:zlib";
import { type CloseReason, EncodedFrame, patchElementsFrame, type ServerSentEventGenerator } from "datastar-tsx";
import { compression } from "datastar-tsx/compression";
import { sendElements, sendPage, stream, type StreamHandler, type StreamOptions } from "datastar-tsx/node";
import { expect, onTestFinished, test } from "vitest";
import { elementsOf } from "../support/client.js";
import { deferred, turn } from "../support/deferred.js";
import { fill } from "../support/fill.js";
import { connectedHttp2 } from "../support/http2.js";

const serve = (handler: StreamHandler, options?: StreamOptions) =>
  connectedHttp2((request, response) => stream(request, response, handler, options));

async function headersOf(sent: ClientHttp2Stream) {
  const [headers] = await once(sent, "response");
  return headers;
}

async function bodyOf(sent: ClientHttp2Stream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of sent) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

test("events arrive as they are sent, with the headers first", async () => {
  const handed = deferred<ServerSentEventGenerator>();
  const session = await serve((sse) => handed.resolve(sse), { keepOpen: true, headers: { "x-a": "b" } });
  const sent = session.request({ ":path": "/" }).setEncoding("utf8");
  expect(await headersOf(sent)).toMatchObject({
    ":status": 200,
    "content-type": "text/event-stream",
    "cache-control": "no-cache",
    "x-a": "b",
  });
  const sse = await handed.promise;
  await sse.patchElements("é");
  expect(elementsOf(String((await once(sent, "data"))[0]))).toEqual(["é"]);
  await sse.send(new EncodedFrame(patchElementsFrame("2")));
  expect(elementsOf(String((await once(sent, "data"))[0]))).toEqual(["2"]);
  await sse.close();
  await once(sent, "end");
});

test("the headers are ones that HTTP/2 allows: nothing is warned of", async () => {
  const warnings: Error[] = [];
  const warn = (warning: Error): void => void warnings.push(warning);
  process.on("warning", warn);
  onTestFinished(() => void process.off("warning", warn));
  const session = await serve((sse) => sse.patchElements("x"));
  await bodyOf(session.request({ ":path": "/" }));
  await turn();
  expect(warnings).toEqual([]);
});

test("HEAD", async () => {
  const session = await serve(() => {}, { keepOpen: true });
  const sent = session.request({ ":path": "/", ":method": "HEAD" });
  expect(await headersOf(sent)).toMatchObject({ "content-type": "text/event-stream" });
  expect(await bodyOf(sent)).toHaveLength(0);
});

test("compression", async () => {
  const session = await serve((sse) => sse.patchElements("hello"), { compression: compression() });
  const sent = session.request({ ":path": "/", "accept-encoding": "br" });
  expect(await headersOf(sent)).toMatchObject({ "content-encoding": "br", vary: "Accept-Encoding" });
  expect(elementsOf(brotliDecompressSync(await bodyOf(sent)).toString())).toEqual(["hello"]);
});

// Node.js sends memory that it has freed where an empty write stands behind others.
test("what was sent arrives as it was, also with nothing behind it, before the stream is broken off", async () => {
  const session = await serve((sse) => {
    for (let n = 1; n <= 5; n++) void sse.patchElements(`${n}`);
    void sse.send("");
    sse.disconnect();
  });
  const streams = Array.from({ length: 50 }, async () => {
    const sent = session.request({ ":path": "/" }).setEncoding("utf8");
    let text = "";
    sent.on("data", (chunk: string) => (text += chunk)).on("error", () => {});
    await new Promise((resolve) => sent.once("close", resolve));
    return { elements: elementsOf(text), code: sent.rstCode };
  });
  const { NGHTTP2_INTERNAL_ERROR: code } = constants;
  for (const stream of await Promise.all(streams))
    expect(stream).toEqual({ elements: ["1", "2", "3", "4", "5"], code });
});

test("a send waits for a client that does not read, and goes on when it reads", async () => {
  const handed = deferred<ServerSentEventGenerator>();
  const session = await serve((sse) => handed.resolve(sse), { keepOpen: true, maxQueuedBytes: 10_000_000 });
  const sent = session.request({ ":path": "/" });
  const sse = await handed.promise;
  const texts: string[] = [];
  const sends = fill(sse, 500_000, (n) => (texts[n] = `${n} `.padEnd(10_000, "x")));
  const body = bodyOf(sent);
  await Promise.all(sends);
  await sse.close();
  expect(elementsOf((await body).toString())).toEqual(texts);
});

test.each<[name: string, go: (sent: ClientHttp2Stream, session: ClientHttp2Session) => unknown]>([
  ["cancels its request", (sent) => sent.close(constants.NGHTTP2_CANCEL)],
  ["resets its request with an error", (sent) => sent.close(constants.NGHTTP2_INTERNAL_ERROR)],
  ["closes the connection", (_, session) => session.destroy()],
])("a client that %s", async (_, go) => {
  const handed = deferred<ServerSentEventGenerator>();
  const closed = deferred<CloseReason>();
  const errors: unknown[] = [];
  const session = await serve(
    (sse) => {
      sse.onClose(closed.resolve);
      handed.resolve(sse);
    },
    { keepOpen: true, onError: (error) => errors.push(error) },
  );
  const sent = session.request({ ":path": "/" });
  sent.on("error", () => {});
  await headersOf(sent);
  go(sent, session);
  expect(await closed.promise).toBe("disconnected");
  await expect((await handed.promise).patchElements("x")).rejects.toMatchObject({ reason: "disconnected" });
  expect(errors).toEqual([]);
});

test("a client that cancels without an error what it does not read", async () => {
  const handed = deferred<ServerSentEventGenerator>();
  const closed = deferred<CloseReason>();
  const gone = deferred();
  const session = await connectedHttp2((request, response) => {
    response.once("close", gone.resolve);
    const handler: StreamHandler = (sse) => {
      sse.onClose(closed.resolve);
      handed.resolve(sse);
    };
    void stream(request, response, handler, { keepOpen: true, maxQueuedBytes: 10_000_000 });
  });
  const sent = session.request({ ":path": "/" });
  fill(await handed.promise, 500_000);
  await headersOf(sent);
  sent.close(constants.NGHTTP2_NO_ERROR);
  expect(await closed.promise).toBe("disconnected");
  await gone.promise;
});

test("a client that left before the stream began", async () => {
  const begun = deferred();
  const closed = deferred<CloseReason>();
  const session = await connectedHttp2(async (request, response) => {
    begun.resolve();
    await once(response, "close");
    await stream(request, response, (sse) => sse.onClose(closed.resolve), { keepOpen: true });
  });
  const sent = session.request({ ":path": "/" });
  sent.on("error", () => {});
  await begun.promise;
  sent.close(constants.NGHTTP2_CANCEL);
  expect(await closed.promise).toBe("disconnected");
});

test("disconnect() resets the request with an error, so that the client comes back, and leaves the others on the connection alone", async () => {
  const handed: ServerSentEventGenerator[] = [];
  const session = await serve((sse) => void handed.push(sse), { keepOpen: true });
  const [one, other] = [session.request({ ":path": "/" }), session.request({ ":path": "/" })];
  await Promise.all([headersOf(one), headersOf(other)]);
  handed[0]?.disconnect();
  await expect(bodyOf(one)).rejects.toThrow("NGHTTP2_INTERNAL_ERROR");
  expect(one.rstCode).toBe(constants.NGHTTP2_INTERNAL_ERROR);
  await handed[1]?.patchElements("still here");
  await handed[1]?.close();
  expect(elementsOf((await bodyOf(other)).toString())).toEqual(["still here"]);
});

test("many streams on one connection", async () => {
  const session = await serve(async (sse) => {
    for (let i = 0; i < 20; i++) await sse.patchElements(`${i}`);
  });
  const bodies = await Promise.all(Array.from({ length: 50 }, () => bodyOf(session.request({ ":path": "/" }))));
  for (const body of bodies) expect(elementsOf(body.toString())).toEqual(Array.from({ length: 20 }, (_, i) => `${i}`));
});

test("replies without a stream", async () => {
  const session = await connectedHttp2((_, response) =>
    sendElements(response, "x".repeat(2000), { compression: compression() }),
  );
  const sent = session.request({ ":path": "/", "accept-encoding": "br" });
  expect(await headersOf(sent)).toMatchObject({ "content-encoding": "br", "content-type": "text/html; charset=utf-8" });
  expect(brotliDecompressSync(await bodyOf(sent)).toString()).toBe("x".repeat(2000));
});

test("what was sent before disconnect() arrives", async () => {
  const session = await serve(async (sse) => {
    for (let i = 0; i < 5; i++) void sse.patchElements(`${i}`);
    sse.disconnect();
  });
  const sent = session.request({ ":path": "/" });
  let text = "";
  await expect(
    (async () => {
      for await (const chunk of sent) text += String(chunk);
    })(),
  ).rejects.toThrow("NGHTTP2_INTERNAL_ERROR");
  expect(elementsOf(text)).toEqual(["0", "1", "2", "3", "4"]);
});

test("a failure after the headers is seen as one", async () => {
  const errors: unknown[] = [];
  const session = await connectedHttp2(async (_, response) => {
    const page = sendPage(response, Promise.resolve("x"), { onError: (error) => errors.push(error) });
    response.setHeader = () => {
      response.writeHead(200);
      throw new Error("no");
    };
    await page;
  });
  const sent = session.request({ ":path": "/" });
  await expect(bodyOf(sent)).rejects.toThrow("NGHTTP2_INTERNAL_ERROR");
  expect(errors).toEqual([new Error("no")]);
});
