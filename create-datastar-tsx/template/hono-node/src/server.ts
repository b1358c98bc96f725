import { serve } from "@hono/node-server";
import { clientResponse } from "datastar-tsx";
import { shutdown } from "datastar-tsx/hub";
import { hostClient } from "datastar-tsx/node";
import { app } from "./app.tsx";
import { isDevelopment } from "./development.ts";
import { hub } from "./live.tsx";

const client = await hostClient("public/datastar.js", { ifMissing: "cdn" });

const server = serve(
  { fetch: (request) => clientResponse(request, client) ?? app.fetch(request), port: Number(process.env.PORT ?? 3000) },
  ({ port }) => console.log(`http://localhost:${port}/`),
);

// Every page is told to come back, and finds the next process.
process.once("SIGTERM", () => void shutdown(server, { hubs: [hub], timeout: isDevelopment ? 100 : 10_000 }));
