import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Platform } from "./platforms.js";

/** A server that runs. */
export interface Running {
  readonly port: number;
  /** What it has complained about. */
  readonly complaints: () => string;
  /** Bytes of memory that it has; 0 where the system does not tell. */
  readonly memory: () => number;
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
  for await (const line of createInterface(server.stdout)) {
    // A number, or what workerd says of its sockets.
    const [, port] = /^(?:\{.*"port":)?(\d+)\}?$/.exec(line) ?? [];
    if (port === undefined) continue;
    server.stdout.resume();
    return {
      port: Number(port),
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
  throw new Error(`${program} does not listen:\n${complaints}`);
}

function memoryOf({ pid }: ChildProcess): number {
  if (process.platform !== "linux") return 0;
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}
