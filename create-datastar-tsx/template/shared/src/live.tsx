import { createHub } from "datastar-tsx/hub";
import { TodoList } from "./todo-list.tsx";
import { allTodos } from "./todos.ts";

export const hub = createHub<"todos">();

/** Rendered once for all who look at it, whenever `hub.nudge("todos")` says that it may have changed. */
export const liveTodos = hub.live("todos", () => <TodoList todos={allTodos()} />);
