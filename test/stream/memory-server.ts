// A process of its own, for the test that measures how much it grows: sends events to a client that does not read.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import type { ServerSentEventGenerator } from "datastar-tsx";
import { compression } from "datastar-tsx/compression";
import { type StreamOptions, stream } from "datastar-tsx/node";

const count = 10_000;
// Not two of them are the same string, and none is made of parts that are shared.
const view = (i: number): string => Buffer.from(`<p id="p">${String(i).padEnd(2000, "é")}</p>`).toString();

function memory(): number {
  for (let i = 0; i < 4; i++) global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function flood(sse: ServerSentEventGenerator): Promise<void> {
  for (let i = 0; i < count; i++) {
    void sse.patchElements(view(i));
    // The connection gets the chance to take what it can.
    if (i % 100 === 0) await setImmediate();
  }
}

const server = createServer((request, response) => {
  const query = new URL(request.url ?? "", "http://localhost").searchParams;
  const options: StreamOptions = {
    keepOpen: true,
    slowClient: query.get("slowClient") as NonNullable<StreamOptions["slowClient"]>,
    maxQueuedBytes: Number(query.get("maxQueuedBytes")),
    onError: (error) => process.send?.({ error: String(error) }),
    ...(query.has("compressed") ? { compression: compression() } : {}),
  };
  let reason = "open";
  void stream(
    request,
    response,
    async (sse) => {
      sse.onClose((why) => (reason = why));
      const before = memory();
      await flood(sse);
      process.send?.({ grown: memory() - before, queued: sse.queuedBytes, reason });
    },
    options,
  );
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
