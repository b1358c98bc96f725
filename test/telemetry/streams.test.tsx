// What is told of a stream, to those who listen.
import { AsyncLocalStorage } from "node:async_hooks";
import { channel } from "node:diagnostics_channel";
import { stream } from "datastar-tsx";
import { compression } from "datastar-tsx/compression";
import { stream as nodeStream } from "datastar-tsx/node";
import { subscribe, type TelemetryMessages } from "datastar-tsx/telemetry";
import { expect, onTestFinished, test, vi } from "vitest";
import type { SlowClient } from "../../src/stream/queue.js";
import { streamTelemetry } from "../../src/stream/telemetry.js";
import { channelOver, FakeSink } from "../stream/fake-sink.js";
import { listen } from "../support/servers.js";

const names = ["opened", "sent", "queued", "dropped", "closed"] as const;

/** Listens until the test is finished: what is told of streams, in the words of the test. */
function record(): string[] {
  const told: string[] = [];
  const note = <Name extends keyof TelemetryMessages>(
    name: Name,
    words: (message: TelemetryMessages[Name]) => readonly unknown[],
  ): void => {
    const end = subscribe(name, (message) => void told.push([name.split(":").at(-1), ...words(message)].join(" ")));
    onTestFinished(end);
  };
  note("datastar-tsx:stream:opened", ({ stream: { request } }) => [request.method, request.path]);
  note("datastar-tsx:stream:sent", ({ bytes }) => [bytes]);
  note("datastar-tsx:stream:queued", ({ bytes, stream }) => [bytes, "of", stream.queuedBytes]);
  note("datastar-tsx:stream:dropped", ({ bytes, reason, stream }) => [bytes, reason, "leaves", stream.queuedBytes]);
  note("datastar-tsx:stream:closed", ({ reason, stream, error }) => [
    reason,
    `${stream.events} events`,
    `${stream.bytes} bytes`,
    `${stream.dropped} dropped`,
    ...(error === undefined ? [] : [String(error)]),
  ]);
  return told;
}

test("a stream is told of from its beginning to its end", async () => {
  const told = record();
  const response = stream(new Request("http://localhost/feed?datastar=%7B%22secret%22%3A1%7D"), async (sse) => {
    await sse.patchSignals({ a: 1 });
    await sse.patchElements(<p id="é">é</p>);
  });
  const body = await response.text();
  const [first = "", second = ""] = body.replace(/^:\n\n/, "").split(/(?<=\n\n)/);
  const bytes = [first, second].map((event) => Buffer.byteLength(event));
  expect(told).toEqual([
    "opened GET /feed",
    `sent ${bytes[0]}`,
    `sent ${bytes[1]}`,
    `closed done 2 events ${(bytes[0] ?? 0) + (bytes[1] ?? 0)} bytes 0 dropped`,
  ]);
});

test("all messages about a stream are about the same object", async () => {
  const streams = new Set<object>();
  for (const name of names)
    onTestFinished(subscribe(`datastar-tsx:stream:${name}`, ({ stream: told }) => void streams.add(told)));
  await stream(new Request("http://localhost/"), (sse) => sse.patchSignals({ a: 1 })).text();
  expect(streams.size).toBe(1);
});

test("a request of Node.js is told of as one of the web is, as the server has given it", async () => {
  const requests: unknown[] = [];
  const end = subscribe("datastar-tsx:stream:opened", ({ stream: { request, encoding } }) => {
    const { method, path, original } = request;
    requests.push([method, path, request.header("X-Who"), encoding, original.constructor.name]);
  });
  onTestFinished(end);
  const url = await listen((request, response) => {
    // As Express does where a router is mounted.
    Object.assign(request, { originalUrl: request.url, url: "/" });
    void nodeStream(request, response, () => {}, { compression: compression() });
  });
  const headers = { "x-who": "me", "accept-encoding": "gzip" };
  await (await fetch(`${url}a/b?datastar={}`, { method: "POST", headers })).text();
  expect(requests).toEqual([["POST", "/a/b", "me", "gzip", "IncomingMessage"]]);
});

test("what a handler fails with is told of with the end", async () => {
  const told = record();
  const onError = vi.fn();
  await stream(
    new Request("http://localhost/"),
    () => {
      throw new Error("Out of tea.");
    },
    { onError },
  ).text();
  expect(told).toEqual(["opened GET /", "closed error 0 events 0 bytes 0 dropped Error: Out of tea."]);
  expect(onError).toHaveBeenCalledOnce();
});

/** A client that has taken one event of ten bytes, and no more so far. */
function slow(slowClient: SlowClient) {
  const sink = new FakeSink();
  const telemetry = streamTelemetry(new Request("http://localhost/"), undefined);
  const { channel: way } = channelOver(sink, { slowClient, maxQueuedBytes: 25, telemetry });
  sink.room = false;
  void way.send("0123456789");
  return { sink, way };
}

const ten = (name: string): string => name.padEnd(10, ".");

test("dropOldest: the oldest are told of", () => {
  const told = record();
  const { sink, way } = slow("dropOldest");
  for (const name of ["a", "b", "c"]) void way.send(ten(name));
  sink.drain();
  expect(told).toEqual([
    "sent 10",
    "queued 10 of 10",
    "queued 10 of 20",
    "queued 10 of 30",
    "dropped 10 dropOldest leaves 20",
    "sent 10",
    "sent 10",
  ]);
});

test("keepLatest: what a newer one has replaced is told of", () => {
  const told = record();
  const { sink, way } = slow("keepLatest");
  for (const name of ["a", "b"]) void way.send(ten(name), "view");
  sink.drain();
  expect(told).toEqual(["sent 10", "queued 10 of 10", "queued 10 of 20", "dropped 10 keepLatest leaves 10", "sent 10"]);
});

test("disconnect: all that waits is told of, and the end", () => {
  const told = record();
  const { way } = slow("disconnect");
  for (const name of ["a", "b", "c"]) void way.send(ten(name));
  expect(told.slice(-4)).toEqual([
    "dropped 10 overflow leaves 20",
    "dropped 10 overflow leaves 10",
    "dropped 10 overflow leaves 0",
    "closed overflow 1 events 10 bytes 3 dropped",
  ]);
});

test("what waits for a client that goes away is told of", () => {
  const told = record();
  const { sink, way } = slow("wait");
  void way.send(ten("a"));
  sink.writer?.disconnect();
  expect(told.slice(-2)).toEqual([
    "dropped 10 disconnected leaves 0",
    "closed disconnected 1 events 10 bytes 1 dropped",
  ]);
});

test("what cannot be written was not sent, and is the reason for the end", () => {
  const told = record();
  const sink = new FakeSink();
  sink.failure = new Error("EPIPE");
  const telemetry = streamTelemetry(new Request("http://localhost/"), undefined);
  const { channel: way } = channelOver(sink, { telemetry });
  void way.send("event");
  expect(told).toEqual(["closed error 0 events 0 bytes 0 dropped Error: EPIPE"]);
});

test("a comment that keeps the connection is no event", async () => {
  const told = record();
  const sink = new FakeSink();
  const telemetry = streamTelemetry(new Request("http://localhost/"), undefined);
  const { channel: way } = channelOver(sink, { telemetry });
  way.beat();
  expect(sink.written).toEqual([":\n\n"]);
  expect(told).toEqual([]);
});

test("a handler runs within the storage that is bound to the channel", async () => {
  const requestId = new AsyncLocalStorage<string>();
  const opened = channel("datastar-tsx:stream:opened");
  opened.bindStore(requestId, (message) => {
    const { stream: told } = message as TelemetryMessages["datastar-tsx:stream:opened"];
    return told.request.header("x-request-id") ?? "none";
  });
  onTestFinished(() => void opened.unbindStore(requestId));
  const ids: unknown[] = [];
  const open = (id: string): Response =>
    stream(new Request("http://localhost/", { headers: { "x-request-id": id } }), async (sse) => {
      await sse.patchSignals({ a: 1 });
      ids.push(requestId.getStore());
    });
  await Promise.all([open("one"), open("two")].map((response) => response.text()));
  expect(ids).toEqual(["one", "two"]);
});

test("where nobody listens, nothing is counted", () => {
  expect(streamTelemetry(new Request("http://localhost/"), undefined)).toBeUndefined();
});
