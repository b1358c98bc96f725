// What is told of pages, views, hubs, requests and errors; and what becomes of listeners that fail.
import * as diagnostics from "node:diagnostics_channel";
import {
  checkOrigin,
  elementsResponse,
  pageResponse,
  readForm,
  readSignals,
  RequestError,
  signals,
  stream,
} from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { sendPage } from "datastar-tsx/node";
import { subscribe, type TelemetryMessages } from "datastar-tsx/telemetry";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { listen } from "../support/servers.js";

/** Listens until the test is finished. */
function record<Name extends keyof TelemetryMessages>(name: Name): TelemetryMessages[Name][] {
  const messages: TelemetryMessages[Name][] = [];
  onTestFinished(subscribe(name, (message) => void messages.push(message)));
  return messages;
}

const request = new Request("http://localhost/a?datastar={}");
const Later = async () => <p id="later">later</p>;
const Failing = async (): Promise<never> => {
  throw new Error("No tea.");
};

describe("render", () => {
  test("a page and elements, with the bytes of their markup", async () => {
    const messages = record("datastar-tsx:render");
    await pageResponse(() => <html>é</html>, { request });
    await elementsResponse(<Later />);
    expect(messages).toEqual([
      {
        kind: "page",
        request: expect.objectContaining({ path: "/a", original: request }),
        milliseconds: expect.any(Number),
        bytes: Buffer.byteLength("<!DOCTYPE html><html>é</html>"),
      },
      {
        kind: "elements",
        request: undefined,
        milliseconds: expect.any(Number),
        bytes: '<p id="later">later</p>'.length,
      },
    ]);
  });

  test("on Node.js, the request is known", async () => {
    const messages = record("datastar-tsx:render");
    const url = await listen((_request, response) => void sendPage(response, <p>page</p>));
    await (await fetch(`${url}x`)).text();
    expect(messages).toMatchObject([{ kind: "page", request: { method: "GET", path: "/x" } }]);
  });

  test("what fails, with its error, which is reported as ever", async () => {
    const messages = record("datastar-tsx:render");
    const onError = vi.fn();
    const response = await pageResponse(() => <Failing />, { onError });
    expect(response.status).toBe(500);
    expect(onError).toHaveBeenCalledOnce();
    expect(messages).toMatchObject([
      { kind: "page", bytes: 0, error: { message: expect.stringContaining("No tea.") } },
    ]);
  });

  test("a live view, once for all who see it", async () => {
    const messages = record("datastar-tsx:render");
    const hub = createHub<`room:${number}`>();
    const view = hub.live(
      (id: number) => `room:${id}` as const,
      (id) => <p id="room">{id}</p>,
    );
    const bodies = [view.stream(new Request("http://localhost/"), 7), view.stream(new Request("http://localhost/"), 7)];
    await vi.waitFor(() => expect(messages).toHaveLength(1));
    expect(messages).toMatchObject([{ kind: "view", topic: "room:7", parameters: [7], subscribers: 2 }]);
    expect(messages[0]?.bytes).toBeGreaterThan(0);
    await hub.close({ timeout: 100, comeBackWithin: 0 });
    await Promise.allSettled(bodies.map((body) => body.text()));
  });
});

test("a hub tells what is published, what arrives for how many, and who comes and goes", async () => {
  const published = record("datastar-tsx:hub:published");
  const delivered = record("datastar-tsx:hub:delivered");
  const subscriptions = record("datastar-tsx:hub:subscribers");
  const hub = createHub<"news" | "sport">();
  const clients = ["news" as const, ["news", "sport"] as const].map((topics) =>
    hub.stream(new Request("http://localhost/"), topics),
  );
  expect(subscriptions).toEqual(["news", "news", "sport"].map((topic) => ({ topic, change: 1 })));
  await hub.patchSignals("news", { a: "é" });
  const bytes = Buffer.byteLength('event: datastar-patch-signals\ndata: signals {"a":"é"}\n\n');
  expect(published).toEqual([{ topic: "news", bytes, milliseconds: expect.any(Number) }]);
  expect(delivered).toEqual([{ topic: "news", bytes, subscribers: 2 }]);
  await clients[0]?.body?.cancel();
  expect(subscriptions.slice(3)).toEqual([{ topic: "news", change: -1 }]);
  await clients[1]?.body?.cancel();
  expect(subscriptions.slice(4)).toEqual(["news", "sport"].map((topic) => ({ topic, change: -1 })));
});

test("a request that is refused, with the error that its reader gets", async () => {
  const messages = record("datastar-tsx:request:refused");
  const body = (type: string): Request =>
    new Request("http://localhost/save?x", { method: "POST", body: "{", headers: { "content-type": type } });
  const errors = await Promise.all([
    readSignals(body("application/json"), signals({ a: 1 })).catch((error: unknown) => error),
    readForm(body("text/plain")).catch((error: unknown) => error),
  ]);
  expect(errors.every((error) => error instanceof RequestError)).toBe(true);
  expect(messages.map(({ request: { method, path }, error }) => [method, path, error.status])).toEqual([
    ["POST", "/save", 415],
    ["POST", "/save", 400],
  ]);
  expect(new Set(messages.map(({ error }) => error))).toEqual(new Set(errors));
  const foreign = new Request("http://localhost/", { method: "POST", headers: { origin: "https://evil.example" } });
  expect(() => checkOrigin(foreign)).toThrow(messages[2]?.error);
  expect(messages[2]?.error.status).toBe(403);
});

test("whatever is reported, wherever it is reported to", async () => {
  const messages = record("datastar-tsx:error");
  const error = new Error("No tea.");
  const fail = (): never => {
    throw error;
  };
  await stream(request, fail, { onError: () => {} }).text();
  await pageResponse(fail, { onError: () => {} });
  expect(messages).toEqual([{ error }, { error }]);
});

describe("a listener that fails", () => {
  test.each([
    [
      "throws",
      () => {
        throw new Error("mine");
      },
    ],
    ["rejects", () => Promise.reject(new Error("mine"))],
  ])("which %s, is printed, and spoils nothing", async (_, listener) => {
    const print = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => print.mockRestore());
    onTestFinished(subscribe("datastar-tsx:stream:opened", listener));
    onTestFinished(subscribe("datastar-tsx:stream:sent", listener));
    const body = await stream(request, (sse) => sse.patchSignals({ a: 1 })).text();
    expect(body).toContain('data: signals {"a":1}');
    await vi.waitFor(() => expect(print.mock.calls).toEqual([[new Error("mine")], [new Error("mine")]]));
  });

  test("of node:diagnostics_channel itself spoils no stream either", async () => {
    // There, it becomes an uncaught exception.
    const uncaught: unknown[] = [];
    const listeners = process.listeners("uncaughtException");
    process.removeAllListeners("uncaughtException");
    process.on("uncaughtException", (error) => uncaught.push(error));
    const fail = (): never => {
      throw new Error("mine");
    };
    diagnostics.subscribe("datastar-tsx:stream:sent", fail);
    const body = await stream(request, (sse) => sse.patchSignals({ a: 1 })).text();
    diagnostics.unsubscribe("datastar-tsx:stream:sent", fail);
    await vi.waitFor(() => expect(uncaught).toEqual([new Error("mine")]));
    process.removeAllListeners("uncaughtException");
    for (const listener of listeners) process.on("uncaughtException", listener);
    expect(body).toContain('data: signals {"a":1}');
  });
});

test("whoever has stopped listening hears nothing", async () => {
  const heard = vi.fn();
  const end = subscribe("datastar-tsx:stream:opened", heard);
  end();
  await stream(request, () => {}).text();
  expect(heard).not.toHaveBeenCalled();
});
