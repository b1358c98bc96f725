import { shutdown } from "datastar-tsx/hub";
import { app } from "./app.tsx";
import { isDevelopment } from "./development.ts";
import { hub } from "./live.tsx";

const port = Number(process.env.PORT ?? 3000);

await app.listen({ port });
console.log(`http://localhost:${port}/`);

// Every page is told to come back, and finds the next process.
process.once("SIGTERM", () => void shutdown(app.server, { hubs: [hub], timeout: isDevelopment ? 100 : 10_000 }));
