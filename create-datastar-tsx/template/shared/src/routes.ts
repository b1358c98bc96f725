import { defineRoutes, signals } from "datastar-tsx";

/** What the page keeps in the browser. What begins with `_` is never sent. */
export const todo = signals({ draft: "", _offline: false });

/** Each route is the action that asks for it, and the path where the server answers. */
export const routes = defineRoutes({
  page: "GET /",
  feed: "GET /feed",
  add: { route: "POST /todos", signals: todo.pick("draft") },
  toggle: "POST /todos/:id/toggle",
  remove: "DELETE /todos/:id",
});
