import { app } from "./elysia.js";

app().listen({ port: Number(process.env["PORT"]), hostname: "127.0.0.1" });
