import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Platform } from "./platforms.js";

/** A server that runs. */
export interface Running {
  readonly port: number;
  /** What it has complained about. */
  readonly complaints: () => string;
  /** Bytes of memory that it has; 0 where the system does not tell. */
  readonly memory: () => number;
  /** Waits until it listens anew. @returns the port */
  restarted(): Promise<number | undefined>;
  /** Tells it to end. @returns its exit code, when it has */
  terminate(): Promise<number | null>;
  stop(): void;
}

/** Starts a server, and waits until it listens. */
export async function start({ command: [program, ...args] }: Pick<Platform, "command">): Promise<Running> {
  const server = spawn(program, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", NODE_ENV: "production" },
  });
  let complaints = "";
  server.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
  const ports = portsIn(server.stdout);
  const { value: port } = await ports.next();
  if (port === undefined) throw new Error(`${program} does not listen:\n${complaints}`);
  return {
    port,
    restarted: async () => (await ports.next()).value,
    complaints: () => complaints,
    memory: () => memoryOf(server),
    terminate: async () => {
      server.kill("SIGTERM");
      await once(server, "exit");
      return server.exitCode;
    },
    stop: () => void server.kill("SIGKILL"),
  };
}

/** What a server says of where it listens: a number, or what workerd says of its sockets. */
async function* portsIn(output: Readable): AsyncGenerator<number, undefined> {
  for await (const line of createInterface(output)) {
    const [, port] = /^(?:\{.*"port":)?(\d+)\}?$/.exec(line) ?? [];
    if (port !== undefined) yield Number(port);
  }
  return undefined;
}

function memoryOf({ pid }: ChildProcess): number {
  if (process.platform !== "linux") return 0;
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}
