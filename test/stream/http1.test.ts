// What goes over the wire of HTTP/1, where events are written past the response: see ResponseSink.
import type { RequestListener } from "node:http";
import { EncodedFrame, patchElementsFrame } from "datastar-tsx";
import { stream } from "datastar-tsx/node";
import { describe, expect, test } from "vitest";
import { open } from "../support/client.js";
import { deferred } from "../support/deferred.js";
import { listen } from "../support/servers.js";
import { get, Wire } from "../support/wire.js";

const event = (html: string): string => patchElementsFrame(html);
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const end = "0\r\n\r\n";
const bodyOf = (text: string): string => text.slice(text.indexOf("\r\n\r\n") + 4);

const hello: RequestListener = (request, response) =>
  void stream(request, response, async (sse) => {
    await sse.patchElements("é");
    await sse.send(new EncodedFrame(event("ü")));
    await sse.patchElements(Promise.resolve("ASCII"));
  });
const helloEvents = [event("é"), event("ü"), event("ASCII")];

describe("what goes over the wire", () => {
  test("HTTP/1.1: chunks, and the end of the body", async () => {
    const wire = new Wire(await listen(hello), get());
    expect(bodyOf(await wire.until(end))).toBe(helloEvents.map(chunk).join("") + end);
  });

  test("HTTP/1.1 with Connection: close", async () => {
    const wire = new Wire(await listen(hello), get("/", "1.1", "Connection: close\r\n"));
    const text = await wire.all();
    expect(text).toMatch(/^Connection: close\r$/im);
    expect(bodyOf(text)).toBe(helloEvents.map(chunk).join("") + end);
  });

  test("HTTP/1.0: the events as they are, until the connection is closed", async () => {
    const wire = new Wire(await listen(hello), get("/", "1.0"));
    expect(bodyOf(await wire.all())).toBe(helloEvents.join(""));
  });

  test("a response with more than one event in one go", async () => {
    const url = await listen(
      (request, response) =>
        void stream(request, response, (sse) => {
          void sse.patchElements(Promise.resolve("1"));
          for (let i = 2; i < 50; i++) void sse.patchElements(`${i}`);
        }),
    );
    const expected = Array.from({ length: 49 }, (_, i) => chunk(event(`${i + 1}`))).join("");
    expect(bodyOf(await new Wire(url, get()).until(end))).toBe(expected + end);
  });

  test("requests one after the other on one connection, sent in one piece", async () => {
    const release = deferred();
    const url = await listen(
      (request, response) =>
        void stream(request, response, async (sse) => {
          // The later answers are ready before the first one is.
          if (request.url === "/1") await release.promise;
          await sse.patchElements(request.url ?? "");
          if (request.url === "/3") release.resolve();
          await sse.patchElements("after");
        }),
    );
    const wire = new Wire(url, get("/1") + get("/2") + get("/3", "1.1", "Connection: close\r\n"));
    const bodies = (await wire.all())
      .split(/HTTP\/1\.1 200 OK\r\n/)
      .slice(1)
      .map(bodyOf);
    expect(bodies).toEqual(["/1", "/2", "/3"].map((path) => chunk(event(path)) + chunk(event("after")) + end));
  });

  test("a stream, then something else, on one connection", async () => {
    const url = await listen((request, response) => {
      if (request.url === "/stream") hello(request, response);
      else response.end("plain");
    });
    const wire = new Wire(url, get("/stream"));
    await wire.until(end);
    wire.socket.write(get("/plain", "1.1", "Connection: close\r\n"));
    expect(await wire.all()).toMatch(/\r\n\r\nplain$/);
  });
});

test("Last-Event-ID", async () => {
  const url = await listen(
    (request, response) => void stream(request, response, (sse) => sse.patchSignals({ id: sse.lastEventId ?? null })),
  );
  expect(await (await open(url, { headers: { "last-event-id": "7:a" } })).text()).toContain('{"id":"7:a"}');
  expect(await (await open(url)).text()).toContain('{"id":null}');
});
