// The server of one contender, in a process of its own. It does what its parent tells it.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import type { Command, Figures } from "./commands.js";
import { contenders } from "./contenders.js";

const { serve, broadcast } = contenders[process.argv[2] ?? ""]?.() ?? {};
if (serve === undefined || broadcast === undefined || global.gc === undefined)
  throw new Error("Called with the name of a contender and --expose-gc.");
const collect = global.gc;

const server = createServer((request, response) => void serve(request, response));
server.keepAliveTimeout = 0;
server.listen(0, "127.0.0.1", () => answer({ port: (server.address() as AddressInfo).port }));

process.on("message", async ({ events }: Command) => {
  const before = process.cpuUsage();
  const start = process.hrtime.bigint();
  for (const html of events) {
    broadcast(html.replace("{now}", String(process.hrtime.bigint())));
    await setImmediate();
  }
  const { user, system } = process.cpuUsage(before);
  const elapsed = Number(process.hrtime.bigint() - start) / 1e9;
  if (events.length === 0) for (let i = 0; i < 3; i++) collect();
  answer({ cpu: (user + system) / 1e6, elapsed, rss: process.memoryUsage().rss });
});

function answer(figures: Figures): void {
  process.send?.(figures);
}
