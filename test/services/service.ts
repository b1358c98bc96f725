import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { freePort } from "../free-port.js";
import { accepting } from "../support/accepting.js";
import type { Command, Kind } from "./kinds.js";

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
      await Promise.race([accepting(port), failed]);
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
