import { noContent, pageResponse, RequestError, signalsResponse } from "datastar-tsx";
import { checkOrigin, hostClient, readSignals, sendClient, webRequest } from "datastar-tsx/node";
import fastify from "fastify";
import { strictPolicy } from "./layout.tsx";
import { hub, liveTodos } from "./live.tsx";
import { routes, todo } from "./routes.ts";
import { TodoPage } from "./todo-page.tsx";
import { addTodo, removeTodo, toggleTodo } from "./todos.ts";

const client = await hostClient("public/datastar.js", { ifMissing: "cdn" });

interface OfOne {
  readonly Params: { readonly id: string };
}

export const app = fastify();

app.addHook("onRequest", (_request, reply, done) => (sendClient(reply.raw, client) ? void reply.hijack() : done()));

// A page of another site can have a browser send requests, too.
app.addHook("onRequest", async ({ raw }) => checkOrigin(raw));

app.get(routes.page.path, () => pageResponse((nonce) => <TodoPage nonce={nonce} />, strictPolicy()));

app.get(routes.feed.path, ({ raw }) => liveTodos.stream(webRequest(raw)));

app.post(routes.add.path, async ({ raw, body }) => {
  const { draft } = await readSignals(raw, routes.add.signals, { body });
  if (draft.trim() !== "") addTodo(draft.trim());
  hub.nudge("todos");
  return signalsResponse(todo.patch({ draft: "" }));
});

app.post<OfOne>(routes.toggle.path, ({ params }) => {
  toggleTodo(params.id);
  hub.nudge("todos");
  return noContent();
});

app.delete<OfOne>(routes.remove.path, ({ params }) => {
  removeTodo(params.id);
  hub.nudge("todos");
  return noContent();
});

app.setErrorHandler((error, _request, reply) => {
  if (error instanceof RequestError) return reply.status(error.status).send(error.message);
  console.error(error);
  return reply.status(500).send("Something went wrong.");
});
