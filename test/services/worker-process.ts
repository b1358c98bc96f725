import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { onTestFinished } from "vitest";

/** What a worker says of itself, after collecting its garbage. */
export interface Stats {
  readonly heap: number;
  readonly resources: number;
  readonly subscribers: number;
  readonly errors: readonly string[];
}

/** A process with a hub. */
export interface Worker {
  readonly url: string;
  /** Publishes numbered events, ten at a time. Settles when the service has them all. */
  publish(from: number, first: number, last: number): Promise<void>;
  stats(): Promise<Stats>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
  shutdown(): Promise<void>;
}

let program: Promise<string> | undefined;

/** The worker in one file: to find and compile its modules takes each process two seconds. */
async function bundled(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "datastar-tsx-worker-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "worker.mjs");
  await build({
    input: fileURLToPath(new URL("worker.ts", import.meta.url)),
    platform: "node",
    resolve: { conditionNames: ["datastar-tsx:source", "node", "import"] },
    output: { file, codeSplitting: false },
    logLevel: "silent",
  });
  return file;
}

export async function startWorker(kind = "", port = 0): Promise<Worker> {
  const child = spawn(process.execPath, ["--expose-gc", await (program ??= bundled()), kind, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => end(child));
  const failed = once(child, "exit").then(() => {
    throw new Error("The worker has ended.");
  });
  failed.catch(() => {});
  const [line] = await Promise.race([once(child.stdout.setEncoding("utf8"), "data"), failed]);
  const url = `http://127.0.0.1:${Number(line)}`;
  return {
    url,
    publish: async (from, first, last) => void (await text(`${url}/publish?from=${from}&first=${first}&last=${last}`)),
    stats: async () => JSON.parse(await text(`${url}/stats`)),
    kill: () => end(child),
    shutdown: async () => {
      const exit = once(child, "exit");
      await text(`${url}/shutdown`);
      await exit;
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

async function text(url: string): Promise<string> {
  const [response] = await once(get(url, { agent: false }), "response");
  let body = "";
  for await (const chunk of response.setEncoding("utf8")) body += chunk;
  return body;
}
