import { RequestError } from "datastar-tsx";
import {
  checkOrigin,
  hostClient,
  readSignals,
  sendClient,
  sendNoContent,
  sendPage,
  sendSignals,
  streamView,
} from "datastar-tsx/node";
import express, { type ErrorRequestHandler } from "express";
import { strictPolicy } from "./layout.tsx";
import { hub, liveTodos } from "./live.tsx";
import { routes, todo } from "./routes.ts";
import { TodoPage } from "./todo-page.tsx";
import { addTodo, removeTodo, toggleTodo } from "./todos.ts";

const client = await hostClient("public/datastar.js", { ifMissing: "cdn" });

const answerError: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof RequestError) return void response.status(error.status).send(error.message);
  console.error(error);
  response.status(500).send("Something went wrong.");
};

export const app = express()
  .disable("x-powered-by")

  .use((_request, response, next) => {
    if (!sendClient(response, client)) next();
  })

  // A page of another site can have a browser send requests, too.
  .use((request, _response, next) => {
    checkOrigin(request);
    next();
  })

  .get(routes.page.path, (_request, response) =>
    sendPage(response, (nonce) => <TodoPage nonce={nonce} />, strictPolicy()),
  )

  .get(routes.feed.path, (request, response) => streamView(request, response, liveTodos))

  .post(routes.add.path, async (request, response) => {
    const { draft } = await readSignals(request, routes.add.signals);
    if (draft.trim() !== "") addTodo(draft.trim());
    hub.nudge("todos");
    sendSignals(response, todo.patch({ draft: "" }));
  })

  .post(routes.toggle.path, ({ params }, response) => {
    toggleTodo(params.id);
    hub.nudge("todos");
    sendNoContent(response);
  })

  .delete(routes.remove.path, ({ params }, response) => {
    removeTodo(params.id);
    hub.nudge("todos");
    sendNoContent(response);
  })

  .use(answerError);
