import { fetch } from "./web.ts";

console.log(Bun.serve({ fetch, port: 0, hostname: "127.0.0.1" }).port);
