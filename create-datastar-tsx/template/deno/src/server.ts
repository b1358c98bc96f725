import { clientResponse } from "datastar-tsx";
import { hostClient } from "datastar-tsx/node";
import { app } from "./app.tsx";
import { hub } from "./live.tsx";

const client = await hostClient("public/datastar.js", { ifMissing: "cdn" });

const server = Deno.serve(
  { port: Number(Deno.env.get("PORT") ?? 3000), onListen: ({ port }) => console.log(`http://localhost:${port}/`) },
  (request) => clientResponse(request, client) ?? app.fetch(request),
);

// Every page is told to come back, and finds the next process.
Deno.addSignalListener("SIGTERM", async () => {
  await hub.close();
  await server.shutdown();
});
