import { createServer } from "node:http2";
import { listener, listening } from "./node.js";
import { shutdownOnSignal } from "./shutdown.js";

shutdownOnSignal(createServer(listener).listen(0, "127.0.0.1", listening));
