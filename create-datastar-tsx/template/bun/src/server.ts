import { clientResponse } from "datastar-tsx";
import { hostClient } from "datastar-tsx/node";
import { app } from "./app.tsx";
import { hub } from "./live.tsx";

const client = await hostClient("public/datastar.js", { ifMissing: "cdn" });

const server = Bun.serve({
  fetch: (request) => clientResponse(request, client) ?? app.fetch(request),
  port: Number(process.env.PORT ?? 3000),
  // Live pages are requests that last for hours.
  idleTimeout: 0,
});
console.log(server.url.href);

// Every page is told to come back, and finds the next process.
process.once("SIGTERM", async () => {
  await hub.close();
  await server.stop();
});
