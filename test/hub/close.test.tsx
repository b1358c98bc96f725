import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createHub, shutdown } from "datastar-tsx/hub";
import { stream } from "datastar-tsx/node";
import { describe, expect, onTestFinished, test } from "vitest";
import { open } from "../support/client.js";
import { deferred } from "../support/deferred.js";
import { streamServers } from "../support/servers.js";
import { parseEvents } from "../support/sse-parser.js";
import { serveStreams } from "./serving.js";

describe.each(streamServers)("close: $name", (server) => {
  test("what was sent last arrives", async () => {
    const hub = createHub();
    const url = await server.serve(({ stream }) => stream((sse) => void hub.subscribe("a", sse), { keepOpen: true }));
    const reply = await open(url);
    const ids = ["1", "2", "3", "4", "5"];
    for (const id of ids) void hub.patchElements("a", <b id={id} />);
    await hub.close();
    const error = String(await reply.text().catch((error: unknown) => error));
    expect(error).toContain("broke off");
    expect(Array.from(error.matchAll(/id=\\"(\d)/g), ([, id]) => id)).toEqual(ids);
    expect(error).toContain("retry: 0");
  });
});

describe("close", () => {
  test("clients get what was sent, are told when to come back, and are disconnected", async () => {
    const hub = createHub();
    const visit = await serveStreams((sse) => void hub.subscribe("a", sse));
    const visits = [await visit(), await visit(), await visit()];
    await hub.patchElements("a", <b id="1" />);
    await hub.close({ comeBackWithin: 1600 });
    const retries: string[] = [];
    for (const { reply } of visits) {
      const error: unknown = await reply.text().catch((error: unknown) => error);
      // Broken off, and not ended: Datastar comes back to a stream that broke.
      expect(String(error)).toContain('<b id=\\"1\\"></b>');
      retries.push(/retry: \d+/.exec(String(error))?.[0] ?? "");
    }
    expect(retries).toEqual(["retry: 0", "retry: 100", "retry: 200"]);
    expect(parseEvents("retry: 100\n\n")).toEqual([]);
    expect(hub.subscribers("a")).toBe(0);
  });

  test("a client that comes later is disconnected at once", async () => {
    const hub = createHub();
    await hub.close();
    const view = hub.live("a", () => "<b id='1'>");
    const visit = await serveStreams((sse) => {
      hub.subscribe("a", sse, { refresh: () => sse.patchElements("<b id='1'>") });
      view.subscribe(sse);
    });
    const { reply } = await visit();
    await expect(reply.text()).rejects.toThrow('The response broke off after "".');
  });

  test("a client that does not read is not waited for longer than the timeout", async () => {
    const hub = createHub();
    const visit = await serveStreams((sse) => void hub.subscribe("a", sse));
    const { gone } = await visit();
    await hub.patchElements("a", `<p id="a">${"x".repeat(9_000_000)}</p>`);
    await hub.close({ timeout: 50 });
    await gone;
  });
});

describe("shutdown", () => {
  test("no connections are accepted, requests are answered, clients are sent away", async () => {
    const hub = createHub();
    const [begun, data] = [deferred(), deferred()];
    const server = createServer((request, response) => {
      if (request.url === "/feed")
        return stream(request, response, (sse) => void hub.subscribe("a", sse), { keepOpen: true });
      begun.resolve();
      return data.promise.then(() => response.end("done"));
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    onTestFinished(() => server.closeAllConnections());
    const url = `http://localhost:${(server.address() as AddressInfo).port}`;
    const feed = await open(`${url}/feed`);
    const answer = open(`${url}/`);
    await begun.promise;

    const done = shutdown(server, { hubs: [hub] });
    await expect(feed.text()).rejects.toThrow("broke off");
    await expect(fetch(url)).rejects.toThrow("fetch failed");
    data.resolve();
    expect(await (await answer).text()).toBe("done");
    await done;
  });

  test("what is not done within the timeout is broken off", async () => {
    const server = createServer((request, response) => stream(request, response, () => {}, { keepOpen: true }));
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const feed = await open(`http://localhost:${(server.address() as AddressInfo).port}`);
    await shutdown(server, { timeout: 50 });
    await expect(feed.text()).rejects.toThrow("broke off");
  });
});
