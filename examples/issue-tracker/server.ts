// Serves the app on Node.js: npx tsx server.ts
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { serve } from "@hono/node-server";
import { shutdown } from "datastar-tsx/hub";
import { createApp } from "./app.js";
import { openDatabase } from "./database.js";
import { demoPassword, seedOnce } from "./seed.js";

const file = process.env["DATABASE"] ?? "data/issues.db";
mkdirSync(dirname(file), { recursive: true });
const database = openDatabase(file);
await seedOnce(database);

const { app, hub } = createApp(database);
const server = serve({ fetch: app.fetch, port: Number(process.env["PORT"] ?? 3000) }, ({ port }) =>
  console.log(`Issues: http://localhost:${port}/ (log in as Ada, Grace or Alan, with the password "${demoPassword}")`),
);

// Answers what was asked, has everybody who looks come back to the next process, and closes the file.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void shutdown(server, { hubs: [hub], timeout: 5000 }).then(() => database.close()));
