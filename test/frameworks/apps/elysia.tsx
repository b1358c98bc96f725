import { noContent, pageResponse, readForm, readSignals, redirectResponse, stream } from "datastar-tsx";
import { Elysia, type ElysiaConfig } from "elysia";
import { Broken, createCounter, Page, step, visitor } from "./counter.js";

const counter = createCounter();

export const app = (config?: ElysiaConfig<"">) =>
  new Elysia(config)
    .onRequest(({ set }) => void (set.headers["x-app"] = "counter"))
    .get("/", ({ cookie }) => pageResponse(<Page name={cookie["name"]?.value as string | undefined} />))
    .get("/live", ({ request, cookie: { seen } }) => {
      seen?.set({ value: "yes" });
      return stream(request, (sse) => counter.view.subscribe(sse));
    })
    .post("/increase", async ({ request, body }) => {
      const { by } = await readSignals(request, step, { body });
      counter.increase(by);
      return noContent();
    })
    .post("/name", async ({ request, body, cookie }) => {
      const { name } = await readForm(request, visitor, { body });
      cookie["name"]?.set({ value: name });
      return redirectResponse("/", { request });
    })
    .get("/broken", () => pageResponse(() => <Broken />, { onError: () => {} }))
    .get("/break", ({ request }) => stream(request, (sse) => sse.disconnect()))
    .get("/watching", () => String(counter.watching()));
