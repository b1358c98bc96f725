// A to-do list that all open tabs share: short requests change it, and a live view shows it, on one long stream per
// tab.
import { del, get, js, post, signals, url } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { readSignals, sendPage, sendSignals, streamView } from "datastar-tsx/node";
import type { Routes } from "./app.js";
import { Layout } from "./layout.js";

interface Item {
  readonly id: number;
  readonly title: string;
  readonly done: boolean;
}

let items: readonly Item[] = [
  { id: 1, title: "Read the reading example", done: true },
  { id: 2, title: "Open this page in a second tab", done: false },
];
let nextId = 3;

const todo = signals({ draft: "", filter: "all" });

const TodoItem = ({ item }: { item: Item }) => (
  <li
    id={`todo-${item.id}`}
    class={{ done: item.done }}
    data-show={js`${todo.filter} === "all" || ${todo.filter} === ${item.done ? "done" : "open"}`}
  >
    <button data-on:click={post(url`/todo/${item.id}/toggle`)}>{item.done ? "Undo" : "Done"}</button>{" "}
    <span>{item.title}</span> <button data-on:click={del(url`/todo/${item.id}`)}>Delete</button>
  </li>
);

const TodoList = () => (
  <section id="todos">
    <ul>
      {items.map((item) => (
        <TodoItem item={item} />
      ))}
    </ul>
    <p id="left">{items.filter(({ done }) => !done).length} left to do</p>
  </section>
);

export const todoHub = createHub<"todos">();
const list = todoHub.live("todos", () => <TodoList />);

function change(next: readonly Item[]): void {
  items = next;
  list.nudge();
}

const TodoPage = () => (
  <Layout title="To do">
    <main data-signals={todo} data-init={get("/todo/feed")}>
      <form data-on:submit={post("/todo")}>
        <input aria-label="What is to be done" autofocus data-bind={todo.draft} />{" "}
        <button data-attr:disabled={js`${todo.draft}.trim() === ""`}>Add</button>
      </form>
      <select aria-label="Show" data-bind={todo.filter}>
        <option value="all">All</option>
        <option value="open">Open</option>
        <option value="done">Done</option>
      </select>
      <TodoList />
    </main>
  </Layout>
);

export const todos: Routes = {
  "GET /todo": (_request, response) => sendPage(response, <TodoPage />),

  "GET /todo/feed": (request, response) => streamView(request, response, list),

  "POST /todo": async (request, response) => {
    const title = (await readSignals(request, todo)).draft.trim();
    if (title !== "") change([...items, { id: nextId++, title, done: false }]);
    sendSignals(response, todo.patch({ draft: "" }));
  },

  "POST /todo/:id/toggle": (_request, response, { id }) => {
    change(items.map((item) => (item.id === Number(id) ? { ...item, done: !item.done } : item)));
    response.writeHead(204).end();
  },

  "DELETE /todo/:id": (_request, response, { id }) => {
    change(items.filter((item) => item.id !== Number(id)));
    response.writeHead(204).end();
  },
};
