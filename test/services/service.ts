import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Transport } from "datastar-tsx/hub";
import { nats } from "datastar-tsx/hub/nats";
import { redis } from "datastar-tsx/hub/redis";
import { onTestFinished } from "vitest";
import { freePort } from "../free-port.js";

/** A server of NATS or Redis, of the test's own. */
export interface Service {
  readonly port: number;
  start(): Promise<void>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
  /** Stops it from answering, with all connections left open. */
  freeze(): Promise<void>;
  thaw(): void;
  /** Throws away what it has kept. */
  wipe(): Promise<void>;
}

type Command = (port: number, folder: string) => readonly [command: string, ...args: string[]];

const natsServer: Command = (port, folder) => ["nats-server", "--addr", "127.0.0.1", "--port", String(port), "--jetstream", "--store_dir", folder];
const redisServer: Command = (port, folder) => ["redis-server", "--bind", "127.0.0.1", "--port", String(port), "--dir", folder, "--save", "", "--appendonly", "yes", "--appendfsync", "always"];

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
const redisOptions = (port: number) => ({ url: `redis://127.0.0.1:${port}`, pingInterval: 200, socket: { socketTimeout: 600, connectTimeout: 1000 } });
const log = { events: 10_000 };

export const kinds: readonly Kind[] = [
  { name: "nats", service: natsServer, isLog: false, oneOrder: false, transport: (port) => nats({ port, ...natsOptions }) },
  { name: "nats with a log", service: natsServer, isLog: true, oneOrder: true, transport: (port) => nats({ port, ...natsOptions, log }) },
  { name: "redis", service: redisServer, isLog: false, oneOrder: true, transport: (port) => redis(redisOptions(port)) },
  { name: "redis with a log", service: redisServer, isLog: true, oneOrder: true, transport: (port) => redis({ ...redisOptions(port), log }) },
];

/** A service that is there until the test is finished. */
export async function startService({ service: command }: Pick<Kind, "service">): Promise<Service> {
  const service = await makeService(command);
  await service.start();
  return service;
}

async function makeService(command: Command): Promise<Service> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), "datastar-tsx-service-"));
  let server: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    const running = server;
    server = undefined;
    if (running === undefined) return;
    if (running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, "exit");
    running.kill("SIGKILL");
    await ended;
  };
  onTestFinished(async () => {
    await kill();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    port,
    start: async () => {
      const [name, ...args] = command(port, folder);
      server = spawn(name, args, { stdio: "ignore" });
      await once(server, "spawn");
      const failed = once(server, "exit").then(() => {
        if (server !== undefined) throw new Error(`${name} has ended.`);
      });
      await Promise.race([untilListening(port), failed]);
    },
    kill,
    freeze: async () => {
      server?.kill("SIGSTOP");
      // Until it has stopped, as the state behind the name of the command tells.
      while (!/\) T /.test(await readFile(`/proc/${server?.pid}/stat`, "utf8"))) await delay(1);
    },
    thaw: () => void server?.kill("SIGCONT"),
    wipe: async () => {
      await rm(folder, { recursive: true });
      await mkdir(folder);
    },
  };
}

async function untilListening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    const isThere = await new Promise<boolean>((resolve) => socket.on("connect", () => resolve(true)).on("error", () => resolve(false)));
    socket.destroy();
    if (isThere) return;
    await delay(10);
  }
}
