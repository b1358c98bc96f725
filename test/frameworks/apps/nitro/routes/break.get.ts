import { stream } from "datastar-tsx";
import { defineHandler } from "nitro/h3";

export default defineHandler((event) => stream(event.req, (sse) => sse.disconnect()));
