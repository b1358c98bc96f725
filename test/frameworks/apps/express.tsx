import cookieParser from "cookie-parser";
import { readForm, readSignals, sendNoContent, sendPage, sendRedirect, stream } from "datastar-tsx/node";
import express from "express";
import { Broken, createCounter, Page, step, visitor } from "./counter.js";

const counter = createCounter();

express()
  .use((request, response, next) => {
    response.set("x-app", "counter");
    next();
  })
  .use(cookieParser(), express.json(), express.urlencoded())
  .get("/", (request, response) => sendPage(response, <Page name={request.cookies["name"]} />))
  .get("/live", (request, response) => {
    response.cookie("seen", "yes");
    return stream(request, response, (sse) => counter.view.subscribe(sse));
  })
  .post("/increase", async (request, response) => {
    const { by } = await readSignals(request, step);
    counter.increase(by);
    sendNoContent(response);
  })
  .post("/name", async (request, response) => {
    const { name } = await readForm(request, visitor);
    response.cookie("name", name);
    sendRedirect(response, "/");
  })
  .get("/broken", (request, response) => sendPage(response, () => <Broken />, { onError: () => {} }))
  .get("/break", (request, response) => stream(request, response, (sse) => sse.disconnect()))
  .get("/watching", (request, response) => void response.send(String(counter.watching())))
  .listen(Number(process.env["PORT"]), "127.0.0.1");
