import { noContent, pageResponse, readForm, readSignals, redirectResponse, stream } from "datastar-tsx";
import { getCookie, H3, serve, setCookie } from "h3";
import { Broken, createCounter, Page, step, visitor } from "./counter.js";

const counter = createCounter();

const app = new H3()
  .use((event) => void event.res.headers.set("x-app", "counter"))
  .get("/", (event) => pageResponse(<Page name={getCookie(event, "name")} />))
  .get("/live", (event) => {
    setCookie(event, "seen", "yes");
    return stream(event.req, (sse) => counter.view.subscribe(sse));
  })
  .post("/increase", async (event) => {
    const { by } = await readSignals(event.req, step);
    counter.increase(by);
    return noContent();
  })
  .post("/name", async (event) => {
    const { name } = await readForm(event.req, visitor);
    setCookie(event, "name", name);
    return redirectResponse("/", { request: event.req });
  })
  .get("/broken", () => pageResponse(() => <Broken />, { onError: () => {} }))
  .get("/break", (event) => stream(event.req, (sse) => sse.disconnect()))
  .get("/watching", () => String(counter.watching()));

serve(app, { port: Number(process.env["PORT"]), hostname: "127.0.0.1", silent: true });
