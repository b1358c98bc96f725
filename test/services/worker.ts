// A process with a hub, for tests of several processes: a feed for clients, and commands for the test.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { createHub, shutdown } from "datastar-tsx/hub";
import { stream } from "datastar-tsx/node";
import { kinds } from "./kinds.js";

const [, , kindName = "", servicePort = ""] = process.argv;
const kind = kinds.find(({ name }) => name === kindName);
const errors: string[] = [];
const onError = (error: unknown): void => void errors.push(String(error));
const hub = createHub({ transport: kind?.transport(Number(servicePort)), replay: 10_000, onError });

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  switch (pathname) {
    case "/feed":
      await stream(
        request,
        response,
        (sse) => void hub.subscribe("a", sse, { refresh: () => sse.patchSignals({ fresh: true }) }),
        { keepOpen: true, onError },
      );
      break;
    case "/publish": {
      const [from = 0, first = 0, last = 0] = ["from", "first", "last"].map((name) => Number(searchParams.get(name)));
      for (let n = first; n <= last; n += 10) {
        const some = Array.from({ length: Math.min(10, last - n + 1) }, (_, i) =>
          hub.patchSignals("a", { from, n: n + i }),
        );
        await Promise.all(some);
        // A turn for others.
        await delay(1);
      }
      response.end();
      break;
    }
    case "/stats":
      globalThis.gc?.();
      response.end(
        JSON.stringify({
          heap: process.memoryUsage().heapUsed,
          resources: process.getActiveResourcesInfo().length,
          subscribers: hub.subscribers("a"),
          errors,
        }),
      );
      break;
    case "/shutdown":
      response.end();
      await shutdown(server, { hubs: [hub], timeout: 5000, comeBackWithin: 100 });
  }
});

await hub.ready;
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
