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
  readonly transport: (port: number) => Transport;
}

// Pings often enough for a test to wait until a server that does not answer is noticed.
const natsOptions = { pingInterval: 200, maxPingOut: 2, timeout: 1000 };
const redisOptions = (port: number) => ({
  url: `redis://127.0.0.1:${port}`,
  pingInterval: 200,
  socket: { socketTimeout: 600, connectTimeout: 1000 },
});
const log = { events: 10_000 };

export const kinds: readonly Kind[] = [
  {
    name: "nats",
    service: natsServer,
    isLog: false,
    oneOrder: false,
    transport: (port) => nats({ port, ...natsOptions }),
  },
  {
    name: "nats with a log",
    service: natsServer,
    isLog: true,
    oneOrder: true,
    transport: (port) => nats({ port, ...natsOptions, log }),
  },
  { name: "redis", service: redisServer, isLog: false, oneOrder: true, transport: (port) => redis(redisOptions(port)) },
  {
    name: "redis with a log",
    service: redisServer,
    isLog: true,
    oneOrder: true,
    transport: (port) => redis({ ...redisOptions(port), log }),
  },
];
