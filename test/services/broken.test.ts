// Brokers whose connections break at every step.
import { createServer, connect as connectTo, type AddressInfo, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { kinds } from "./kinds.js";
import { join, numbers, publishUntilItSucceeds, seenUntil } from "./member.js";
import { type Service, startService } from "./service.js";

/** The service behind a proxy that breaks the first connections: each when so many pieces have come from the client. */
async function behindProxy(service: Service, pieces: readonly number[]): Promise<Service> {
  const sockets = new Set<Socket>();
  let count = 0;
  const proxy = createServer((client) => {
    const last = pieces[count++] ?? Infinity;
    const server = connectTo(service.port, "127.0.0.1");
    let seen = 0;
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one);
      one.on("error", () => {}).on("close", () => other.destroy());
      one.on("data", (bytes) => {
        if (one === client && ++seen > last) one.destroy();
        else other.write(bytes);
      });
    }
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => proxy.once("listening", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
  return { ...service, port: (proxy.address() as AddressInfo).port };
}

describe.each(kinds)("$name", (kind) => {
  test.each([
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8],
  ])(
    "a connection that breaks while it comes up is followed by another one: after %i, %i, %i",
    { timeout: 30_000 },
    async (...pieces) => {
      const service = await startService(kind);
      const { hub, visit } = join(kind, await behindProxy(service, pieces));
      const client = await visit(["a", "b"]);
      await publishUntilItSucceeds(hub, "a", 1);
      expect((await seenUntil(client, 1)).at(-1)).toBe(1);
    },
  );

  test(
    "a service that goes while clients come for new topics ends nothing but the connection",
    { timeout: 30_000 },
    async () => {
      const service = await startService(kind);
      const { hub, visit } = join(kind, service);
      await hub.ready;
      const coming = Array.from({ length: 30 }, (_, i) => visit(`topic ${i}`));
      const gone = service.kill();
      const later = Array.from({ length: 30 }, (_, i) => visit(`later ${i}`));
      const clients = await Promise.all([...coming, ...later]);
      await gone;
      await service.start();
      await publishUntilItSucceeds(hub, "topic 7", 1);
      await publishUntilItSucceeds(hub, "later 7", 2);
      expect(numbers(await seenUntil(clients[7]!, 1))).toEqual([1]);
      expect(numbers(await seenUntil(clients[37]!, 2))).toEqual([2]);
    },
  );
});
