import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { Service } from "./service.js";

/** How a connection ends: it is closed, or reset; or nothing comes through any more, and nobody is told. */
export type Break = "cut" | "reset" | "stall";

/**
 * The service behind a proxy that breaks the first connections.
 *
 * @param pieces for each, how many pieces of data come through from the client before it breaks
 */
export async function behindProxy(service: Service, how: Break, pieces: readonly number[]): Promise<Service> {
  const sockets = new Set<Socket>();
  let count = 0;
  const proxy = createServer((client) => {
    const last = pieces[count++] ?? Infinity;
    const server = connect(service.port, "127.0.0.1");
    let seen = 0;
    const end = (): void => {
      if (how === "reset") client.resetAndDestroy();
      if (how === "cut") client.destroy();
    };
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one);
      one.on("error", () => {}).on("close", () => other.destroy());
      one.on("data", (bytes) => {
        if (one === client) seen++;
        if (seen <= last) other.write(bytes);
        else if (one === client) end();
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
