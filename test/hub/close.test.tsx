import { createHub } from "datastar-tsx/hub";
import { describe, expect, test } from "vitest";
import { open } from "../support/client.js";
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
    expect(error).toContain("retry: 63");
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
    expect(retries).toEqual(["retry: 100", "retry: 200", "retry: 300"]);
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
