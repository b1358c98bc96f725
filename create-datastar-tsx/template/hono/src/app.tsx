import { checkOrigin, noContent, pageResponse, readSignals, RequestError, signalsResponse } from "datastar-tsx";
import { Hono } from "hono";
import { strictPolicy } from "./layout.tsx";
import { hub, liveTodos } from "./live.tsx";
import { routes, todo } from "./routes.ts";
import { TodoPage } from "./todo-page.tsx";
import { addTodo, removeTodo, toggleTodo } from "./todos.ts";

export const app = new Hono()
  // A page of another site can have a browser send requests, too.
  .use((c, next) => (checkOrigin(c.req.raw), next()))

  .get(routes.page.path, () => pageResponse((nonce) => <TodoPage nonce={nonce} />, strictPolicy()))

  .get(routes.feed.path, (c) => liveTodos.stream(c.req.raw))

  .post(routes.add.path, async (c) => {
    const { draft } = await readSignals(c.req.raw, routes.add.signals);
    if (draft.trim() !== "") addTodo(draft.trim());
    hub.nudge("todos");
    return signalsResponse(todo.patch({ draft: "" }));
  })

  .post(routes.toggle.path, (c) => {
    toggleTodo(c.req.param("id"));
    hub.nudge("todos");
    return noContent();
  })

  .delete(routes.remove.path, (c) => {
    removeTodo(c.req.param("id"));
    hub.nudge("todos");
    return noContent();
  })

  .onError((error, c) => {
    if (error instanceof RequestError) return c.text(error.message, error.status);
    console.error(error);
    return c.text("Something went wrong.", 500);
  });
