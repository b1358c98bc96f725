// A to-do list that all open tabs share: short requests change it, and a live view shows it, on one long stream per
// tab. The hub renders the list once for all of them.
import { del, get, js, noContent, post, readSignals, signals, signalsResponse, url } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { Hono } from "hono";
import { page } from "./layout.js";

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
    class={["row", { done: item.done }]}
    data-show={js`${todo.filter} === "all" || ${todo.filter} === ${item.done ? "done" : "open"}`}
  >
    <button data-on:click={post(url`items/${item.id}/toggle`)}>{item.done ? "Undo" : "Done"}</button>{" "}
    <span class="wide">{item.title}</span> <button data-on:click={del(url`items/${item.id}`)}>Delete</button>
  </li>
);

const TodoList = () => (
  <section id="todos">
    <ul class="plain">
      {items.map((item) => (
        <TodoItem item={item} />
      ))}
    </ul>
    <p id="left">{items.filter(({ done }) => !done).length} left to do</p>
  </section>
);

const hub = createHub<"todos">();
const list = hub.live("todos", () => <TodoList />);

/** Their visitors are sent on to another process when this one ends. */
export const hubs = [hub];

function change(next: readonly Item[]): Response {
  items = next;
  list.nudge();
  return noContent();
}

export default new Hono()
  .get("/", () =>
    page(
      "To do",
      <div data-signals={todo} data-init={get("feed")}>
        <form class="row" data-on:submit={post("items")}>
          <input class="wide" aria-label="What is to be done" autofocus data-bind={todo.draft} />{" "}
          <button class="primary" data-attr:disabled={js`${todo.draft}.trim() === ""`}>
            Add
          </button>
        </form>
        <p>
          <select aria-label="Show" data-bind={todo.filter}>
            <option value="all">All</option>
            <option value="open">Open</option>
            <option value="done">Done</option>
          </select>
        </p>
        <TodoList />
      </div>,
    ),
  )
  .get("/feed", (c) => list.stream(c.req.raw))
  .post("/items", async (c) => {
    const title = (await readSignals(c.req.raw, todo)).draft.trim();
    if (title !== "") change([...items, { id: nextId++, title, done: false }]);
    return signalsResponse(todo.patch({ draft: "" }));
  })
  .post("/items/:id/toggle", (c) =>
    change(items.map((item) => (item.id === Number(c.req.param("id")) ? { ...item, done: !item.done } : item))),
  )
  .delete("/items/:id", (c) => change(items.filter((item) => item.id !== Number(c.req.param("id")))));
