import { noContent, pageResponse, readForm, readSignals, redirectResponse, stream } from "datastar-tsx";
import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { Broken, createCounter, Page, step, visitor } from "./counter.js";

const counter = createCounter();

export const app = new Hono()
  // Once it has been asked for `c.res`, Hono puts what is set on `c` into what handlers return.
  .use((c, next) => (c.res, next()))
  .use((c, next) => {
    c.header("x-app", "counter");
    return next();
  })
  .get("/", (c) => pageResponse(<Page name={getCookie(c, "name")} />))
  .get("/live", (c) => {
    setCookie(c, "seen", "yes");
    return stream(c.req.raw, (sse) => counter.view.subscribe(sse));
  })
  .post("/increase", async (c) => {
    const { by } = await readSignals(c.req.raw, step);
    counter.increase(by);
    return noContent();
  })
  .post("/name", async (c) => {
    const { name } = await readForm(c.req.raw, visitor);
    setCookie(c, "name", name);
    return redirectResponse("/", { request: c.req.raw });
  })
  .get("/broken", () => pageResponse(() => <Broken />, { onError: () => {} }))
  .get("/break", (c) => stream(c.req.raw, (sse) => sse.disconnect()))
  .get("/watching", (c) => c.text(String(counter.watching())));
