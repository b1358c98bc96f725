import { app } from "./hono.js";

export default { fetch: app.fetch, port: Number(process.env["PORT"]), hostname: "127.0.0.1" };
