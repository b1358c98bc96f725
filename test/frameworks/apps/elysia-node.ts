import { node } from "@elysiajs/node";
import { app } from "./elysia.js";

app({ adapter: node() }).listen({ port: Number(process.env["PORT"]), hostname: "127.0.0.1" });
