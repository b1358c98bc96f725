import { createServer } from "node:http2";
import { listener, listening } from "./node.js";

createServer(listener).listen(0, "127.0.0.1", listening);
