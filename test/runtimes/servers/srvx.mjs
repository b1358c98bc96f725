import { serve } from "srvx";
import { fetch } from "./web.ts";

const server = await serve({ fetch, port: 0, hostname: "127.0.0.1", silent: true }).ready();
console.log(new URL(server.url).port);
