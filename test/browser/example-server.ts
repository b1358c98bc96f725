import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The examples, as `npm start` serves them. */
export interface ExampleServer {
  readonly url: string;
  /** Asks it to shut down, as a deployment does. */
  terminate(): void;
  /** Ends it at once. */
  close(): Promise<void>;
}

/** Starts the examples on a free port, with a copy of the Datastar client. */
export async function startExamples(client: string | Uint8Array, env: NodeJS.ProcessEnv = {}): Promise<ExampleServer> {
  const folder = await mkdtemp(join(tmpdir(), "datastar-tsx-examples-"));
  const bundle = join(folder, "datastar.js");
  await writeFile(bundle, client);
  const server = spawn("npm", ["start", "--silent"], {
    cwd: root,
    env: { ...process.env, PORT: "0", DATASTAR_BUNDLE: bundle, ...env },
    stdio: ["ignore", "pipe", "inherit"],
    // A group of its own, so that signals reach what npm has started.
    detached: true,
  });
  const signal = (name: NodeJS.Signals): void => {
    if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
    process.kill(-server.pid, name);
  };
  return {
    url: await addressOf(server),
    terminate: () => signal("SIGTERM"),
    close: async () => {
      signal("SIGKILL");
      await rm(folder, { recursive: true });
    },
  };
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error("The server has no output.");
  for await (const line of createInterface(server.stdout)) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error("The server has ended without telling its address.");
}
