import { EventEmitter, getEventListeners, once } from "node:events";
import { Agent } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { CloseReason } from "datastar-tsx";
import { stream } from "datastar-tsx/node";
import { describe, expect, onTestFinished, test } from "vitest";
import { open, posting } from "../support/client.js";
import { turn } from "../support/deferred.js";
import { listen, streamServers } from "../support/servers.js";

const clients = 100;

describe.each(streamServers)("$name", (server) => {
  test("a hundred clients come and go: no subscribers and no listeners are left", async () => {
    const bus = new EventEmitter().setMaxListeners(0);
    const signals: AbortSignal[] = [];
    const closed: Promise<CloseReason>[] = [];
    const url = await server.serve(async ({ readSignals, stream, request }) => {
      await readSignals();
      if (request instanceof Request) signals.push(request.signal);
      return stream(async (sse) => {
        const tell = (): void => void sse.patchSignals({ now: 1 });
        bus.on("tick", tell);
        sse.onClose(() => bus.off("tick", tell));
        closed.push(new Promise((resolve) => sse.onClose(resolve)));
        signals.push(sse.signal);
        await sse.patchElements("hello");
        await delay(60_000, undefined, { signal: sse.signal });
      });
    });

    const replies = await Promise.all(Array.from({ length: clients }, () => open(url, posting({ a: 1 }))));
    await Promise.all(replies.map((reply) => reply.events(1)));
    expect(bus.listenerCount("tick")).toBe(clients);
    bus.emit("tick");
    await Promise.all(replies.map((reply) => reply.events(2)));
    for (const reply of replies) reply.destroy();

    expect(await Promise.all(closed)).toEqual(Array(clients).fill("disconnected"));
    expect(bus.listenerCount("tick")).toBe(0);
    expect(signals.flatMap((signal) => getEventListeners(signal, "abort"))).toEqual([]);
  });
});

test("node: streams one after another leave nothing on the connection they share", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const listeners: number[] = [];
  const url = await listen(async (request, response) => {
    const { socket } = request;
    await stream(request, response, async (sse) => {
      // More than the socket takes at once, so that a send waits for it to drain.
      await sse.patchSignals({ text: "x".repeat(1024 * 1024) });
    });
    await once(response, "close");
    expect(response.eventNames()).not.toContain("drain");
    listeners.push(socket.eventNames().reduce((sum, name) => sum + socket.listenerCount(name), 0));
  });
  for (let i = 0; i < 10; i++) await (await open(url, { agent })).text();
  await turn();
  expect(listeners).toHaveLength(10);
  expect(new Set(listeners).size).toBe(1);
});
