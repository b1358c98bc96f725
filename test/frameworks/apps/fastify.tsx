// By web responses, which Fastify sends like its own: hooks, cookies and CORS stay.
import cookie from "@fastify/cookie";
import { noContent, pageResponse, redirectResponse, stream } from "datastar-tsx";
import { readForm, readSignals, webRequest } from "datastar-tsx/node";
import fastify from "fastify";
import { Broken, createCounter, Page, step, visitor } from "./counter.js";

const counter = createCounter();

const app = fastify();
app.register(cookie);
app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (request, body, done) =>
  done(null, body),
);
app.addHook("onRequest", async (request, reply) => void reply.header("x-app", "counter"));

app.get("/", (request) => pageResponse(<Page name={request.cookies["name"]} />));
app.get("/live", (request, reply) => {
  reply.setCookie("seen", "yes");
  return stream(webRequest(request.raw), (sse) => counter.view.subscribe(sse));
});
app.post("/increase", async (request) => {
  const { by } = await readSignals(request.raw, step, { body: request.body });
  counter.increase(by);
  return noContent();
});
app.post("/name", async (request, reply) => {
  const { name } = await readForm(request.raw, visitor, { body: request.body });
  reply.setCookie("name", name);
  return redirectResponse("/", { request: webRequest(request.raw) });
});
app.get("/broken", () => pageResponse(() => <Broken />, { onError: () => {} }));
app.get("/break", (request) => stream(webRequest(request.raw), (sse) => sse.disconnect()));
app.get("/watching", () => String(counter.watching()));

await app.listen({ port: Number(process.env["PORT"]) });
