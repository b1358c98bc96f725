import { stream } from "datastar-tsx";
import { defineHandler, setCookie } from "nitro/h3";
import { counter } from "../counter";

export default defineHandler((event) => {
  setCookie(event, "seen", "yes");
  return stream(event.req, (sse) => counter.view.subscribe(sse));
});
