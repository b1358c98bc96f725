import { type ChildProcess, fork } from "node:child_process";
import { on, once } from "node:events";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import type { SlowClient } from "datastar-tsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

interface Outcome {
  readonly grown: number;
  readonly queued: number;
  readonly reason: string;
}

const bound = 1024 * 1024;
// What the socket holds and what the engine keeps for itself, whatever the number of events; 10,000 of them are 40 MB.
const allowance = 700 * 1024;

let server: ChildProcess;
let port: number;
const sockets: Socket[] = [];

beforeAll(async () => {
  server = fork(join(import.meta.dirname, "memory-server.ts"), {
    execArgv: ["--import", "tsx", "--conditions=datastar-tsx:source", "--expose-gc"],
  });
  [{ port }] = (await once(server, "message")) as [{ port: number }];
  // The first run loads and compiles what the others need as well.
  await flood("wait");
}, 30_000);

afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.kill();
});

/** What 10,000 events of 4 KB, to a client that never reads, do to the server. */
async function flood(slowClient: SlowClient, more = ""): Promise<{ outcome: Outcome; errors: string[] }> {
  const errors: string[] = [];
  const messages = on(server, "message") as AsyncIterable<[Outcome | { readonly error: string }]>;
  const socket = connect(port, "127.0.0.1").pause();
  sockets.push(socket);
  socket.on("error", () => {});
  socket.write(
    `GET /?slowClient=${slowClient}&maxQueuedBytes=${bound}${more} HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br\r\n\r\n`,
  );
  for await (const [message] of messages) {
    if ("error" in message) errors.push(message.error);
    else return { outcome: message, errors };
  }
  throw new Error("The server is gone.");
}

describe.each(["", "&compressed"])("a client that never reads %s", (more) => {
  test("wait: disconnected, with an error", async () => {
    const { outcome, errors } = await flood("wait", more);
    expect(outcome).toMatchObject({ reason: "overflow", queued: 0 });
    expect(outcome.grown).toBeLessThan(bound + allowance);
    expect(errors).toEqual([expect.stringContaining("takes its events too slowly")]);
  });

  test("disconnect: disconnected", async () => {
    const { outcome, errors } = await flood("disconnect", more);
    expect(outcome).toMatchObject({ reason: "overflow", queued: 0 });
    expect(outcome.grown).toBeLessThan(bound + allowance);
    expect(errors).toEqual([]);
  });

  test("dropOldest: what waits stays within the bound", async () => {
    const { outcome } = await flood("dropOldest", more);
    expect(outcome).toMatchObject({ reason: "open" });
    expect(outcome.queued).toBeLessThanOrEqual(bound);
    expect(outcome.queued).toBeGreaterThan(bound - 5000);
    expect(outcome.grown).toBeLessThan(bound + allowance);
  });

  test("keepLatest: one event waits", async () => {
    const { outcome } = await flood("keepLatest", more);
    expect(outcome).toMatchObject({ reason: "open" });
    expect(outcome.queued).toBeLessThan(5000);
    expect(outcome.grown).toBeLessThan(allowance);
  });
});
