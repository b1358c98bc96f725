import { bodyParser } from "@koa/bodyparser";
import Router from "@koa/router";
import { readForm, readSignals, sendNoContent, sendPage, sendRedirect, stream } from "datastar-tsx/node";
import Koa from "koa";
import { Broken, createCounter, Page, step, visitor } from "./counter.js";

const counter = createCounter();

const router = new Router()
  .get("/", (ctx) => sendPage(ctx.res, <Page name={ctx.cookies.get("name")} />))
  .get("/live", (ctx) => {
    ctx.cookies.set("seen", "yes");
    return stream(ctx.req, ctx.res, (sse) => counter.view.subscribe(sse));
  })
  .post("/increase", async (ctx) => {
    const { by } = await readSignals(ctx.req, step, { body: ctx.request.body });
    counter.increase(by);
    sendNoContent(ctx.res);
  })
  .post("/name", async (ctx) => {
    const { name } = await readForm(ctx.req, visitor, { body: ctx.request.body });
    ctx.cookies.set("name", name);
    sendRedirect(ctx.res, "/");
  })
  .get("/broken", (ctx) => sendPage(ctx.res, () => <Broken />, { onError: () => {} }))
  .get("/break", (ctx) => stream(ctx.req, ctx.res, (sse) => sse.disconnect()))
  .get("/watching", (ctx) => {
    ctx.respond = true;
    ctx.body = String(counter.watching());
  });

const app = new Koa();
app.use(bodyParser());
app.use((ctx, next) => {
  ctx.set("x-app", "counter");
  // We answer, and not Koa; it still answers for what is thrown.
  ctx.respond = false;
  ctx.status = 200;
  return next();
});
app.use(router.routes());
app.silent = true;
app.listen(Number(process.env["PORT"]), "127.0.0.1");
