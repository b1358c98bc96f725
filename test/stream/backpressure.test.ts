import type { CloseReason, ServerSentEventGenerator } from "datastar-tsx";
import { describe, expect, test } from "vitest";
import { open } from "../support/client.js";
import { deferred, turn } from "../support/deferred.js";
import { streamServers } from "../support/servers.js";
import { parseEvents } from "../support/sse-parser.js";

const kilobytes = 100;
const text = "x".repeat(kilobytes * 1024);
// More than the sockets of both sides hold.
const enough = (64 * 1024) / kilobytes;

/** Sends until a send waits, which it is to do for a client that does not read. */
async function fill(
  sse: ServerSentEventGenerator,
): Promise<{ readonly sends: number; readonly waiting: Promise<void> }> {
  for (let sends = 1; sends <= enough; sends++) {
    const waiting = sse.patchSignals({ text });
    const settled = waiting.then(
      () => true,
      () => true,
    );
    // What the kernel takes, it takes within some turns of the event loop.
    let turns = 0;
    const patience = (async () => {
      while (turns++ < 200) await turn();
      return false;
    })();
    if (!(await Promise.race([settled, patience]))) return { sends, waiting };
  }
  throw new Error("No send has waited.");
}

describe.each(streamServers)("$name", (server) => {
  const start = async () => {
    const handed = deferred<ServerSentEventGenerator>();
    const url = await server.serve(({ stream }) => stream((sse) => handed.resolve(sse), { keepOpen: true }));
    const reply = await open(url);
    return { reply, sse: await handed.promise };
  };

  test("a send waits for a client that does not read, and goes on when it reads", async () => {
    const { reply, sse } = await start();
    const { sends, waiting } = await fill(sse);
    const events = reply.events(sends);
    await waiting;
    expect(await events).toHaveLength(sends);
    await sse.close();
    expect(parseEvents(await reply.text())).toHaveLength(sends);
  });

  test("a client that leaves releases the send that waits", async () => {
    const { reply, sse } = await start();
    const { waiting } = await fill(sse);
    const closed = new Promise<CloseReason>((resolve) => sse.onClose(resolve));
    reply.destroy();
    await expect(waiting).rejects.toMatchObject({ name: "StreamClosedError", reason: "disconnected" });
    expect(await closed).toBe("disconnected");
  });

  test("a stream that is closed while its client does not read still delivers everything", async () => {
    const { reply, sse } = await start();
    const { sends } = await fill(sse);
    void sse.patchElements("last");
    const closing = sse.close();
    await expect(sse.patchElements("too late")).rejects.toMatchObject({ reason: "closed" });
    const events = parseEvents(await reply.text());
    await closing;
    expect(events).toHaveLength(sends + 1);
    expect(events.at(-1)?.data).toBe("elements last");
  });
});
