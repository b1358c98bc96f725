import type { Transport } from "datastar-tsx/hub";
import { nats } from "datastar-tsx/hub/nats";
import { redis } from "datastar-tsx/hub/redis";

/** How to start a server. */
export type Command = (port: number, folder: string) => readonly [command: string, ...args: string[]];

const natsServer: Command = (port, folder) => [
  "nats-server",
  "--addr",
  "127.0.0.1",
  "--port",
  String(port),
  "--jetstream",
  "--store_dir",
  folder,
];
const redisServer: Command = (port, folder) => [
  "redis-server",
  "--bind",
  "127.0.0.1",
  "--port",
  String(port),
  "--dir",
  folder,
  "--save",
  "",
  "--appendonly",
  "yes",
  "--appendfsync",
  "always",
];

/** A way to connect hubs. */
export interface Kind {
  readonly name: string;
  readonly service: Command;
  readonly isLog: boolean;
  /** Whether all processes see the events of several publishers in one order. */
  readonly oneOrder: boolean;
  /**
   * @param patience `"short"`, for tests of a server that does not answer: it is given up after half a second of
   *   silence, as is one that does answer when the process of the test is busy for as long
   */
  readonly transport: (port: number, patience?: "short" | undefined) => Transport;
}

const natsOptions = (patience?: "short" | undefined) =>
  patience === "short" ? { pingInterval: 200, maxPingOut: 2, timeout: 1000 } : {};
const redisOptions = (port: number, patience?: "short" | undefined) => ({
  url: `redis://127.0.0.1:${port}`,
  ...(patience === "short" ? { pingInterval: 200, socket: { socketTimeout: 600, connectTimeout: 1000 } } : {}),
});
const log = { events: 10_000 };

export const kinds: readonly Kind[] = [
  {
    name: "nats",
    service: natsServer,
    isLog: false,
    oneOrder: false,
    transport: (port, patience) => nats({ port, ...natsOptions(patience) }),
  },
  {
    name: "nats with a log",
    service: natsServer,
    isLog: true,
    oneOrder: true,
    transport: (port, patience) => nats({ port, ...natsOptions(patience), log }),
  },
  {
    name: "redis",
    service: redisServer,
    isLog: false,
    oneOrder: true,
    transport: (port, patience) => redis(redisOptions(port, patience)),
  },
  {
    name: "redis with a log",
    service: redisServer,
    isLog: true,
    oneOrder: true,
    transport: (port, patience) => redis({ ...redisOptions(port, patience), log }),
  },
];
