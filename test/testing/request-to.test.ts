import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { readSignals, signalsResponse, stream } from "datastar-tsx";
import * as node from "datastar-tsx/node";
import { type App, eventsOf, formRequest, requestTo, signalsRequest } from "datastar-tsx/testing";
import { Hono } from "hono";
import { describe, expect, test, vi } from "vitest";

/** Answers with the signals it got, or with a stream that stays open; says when a client leaves. */
function web(onClose: (reason: string) => void): (request: Request) => Promise<Response> {
  return async (request) => {
    if (new URL(request.url).pathname === "/echo") return signalsResponse(await readSignals(request));
    return stream(request, (sse) => (sse.onClose(onClose), sse.patchSignals({ open: 1 })), { keepOpen: true });
  };
}

function onNode(onClose: (reason: string) => void) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.appendHeader("set-cookie", ["a=1", "b=2"]);
    if (request.url?.startsWith("/echo")) node.sendSignals(response, await node.readSignals(request));
    else if (request.url?.startsWith("/none")) response.writeHead(204).end();
    else if (request.url?.startsWith("/broken")) response.destroy();
    else
      await node.stream(request, response, (sse) => (sse.onClose(onClose), sse.patchSignals({ open: 1 })), {
        keepOpen: true,
      });
  };
}

const apps: readonly (readonly [string, (onClose: (reason: string) => void) => App])[] = [
  ["a handler of web requests", web],
  ["a module with `fetch`", (onClose) => ({ fetch: web(onClose) })],
  ["Hono", (onClose) => new Hono().all("*", (c) => web(onClose)(c.req.raw))],
  ["a handler of Node.js", onNode],
  ["a server of Node.js", (onClose) => createServer(onNode(onClose))],
  ["Fastify, or what is made like it", (onClose) => ({ ready: async () => {}, server: createServer(onNode(onClose)) })],
];

describe.each(apps)("%s", (_, make) => {
  test.each(["GET", "POST", "DELETE", "PUT"] as const)("%s", async (method) => {
    const request = signalsRequest("/echo?x=1", { a: "ä", big: "x".repeat(200_000) }, { method });
    const large = method === "GET" || method === "DELETE" ? signalsRequest("/echo", { a: "ä" }, { method }) : request;
    const events = await eventsOf(
      requestTo(
        make(() => {}),
        large,
      ),
    ).all();
    expect(events).toMatchObject([{ type: "patchSignals", signals: { a: "ä" } }]);
  });

  test("a stream comes as it is sent, and ends for the app when the client goes away", async () => {
    const onClose = vi.fn();
    const events = eventsOf(requestTo(make(onClose), signalsRequest("/feed")));
    expect(await events.take(1)).toMatchObject([{ signals: { open: 1 } }]);
    expect(onClose).not.toHaveBeenCalled();
    await events.leave();
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledWith("disconnected"));
  });

  test("aborting the request is going away", async () => {
    const onClose = vi.fn();
    const leaving = new AbortController();
    const events = eventsOf(requestTo(make(onClose), signalsRequest("/feed", {}, { signal: leaving.signal })));
    await events.take(1);
    leaving.abort();
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledWith("disconnected"));
  });
});

describe("on Node.js", () => {
  test("headers that come several times, and a reply without a body", async () => {
    const response = await requestTo(
      onNode(() => {}),
      signalsRequest("/none"),
    );
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  test("a connection that is broken off", async () => {
    await expect(
      requestTo(
        onNode(() => {}),
        signalsRequest("/broken"),
      ),
    ).rejects.toThrow("The app broke the connection off.");
  });

  test("a form with a file", async () => {
    const app = async (request: IncomingMessage, response: ServerResponse) => {
      const form = await node.readForm(request);
      const file = form.get("photo");
      node.sendSignals(response, { name: file instanceof File ? file.name : "" });
    };
    const request = formRequest("/", { photo: new File(["x"], "ada.png") });
    expect(await eventsOf(requestTo(app, request)).all()).toMatchObject([{ signals: { name: "ada.png" } }]);
  });
});

test("an app that returns nothing", async () => {
  const app = (() => undefined) as never;
  await expect(requestTo(app, signalsRequest("/"))).rejects.toThrow("The app returned no Response, but undefined.");
});
