// TodoMVC, the list that every framework has written. The list is the server's, and every open tab shows it. What
// belongs to one tab alone are signals: the draft, the filter, and which item is being edited.
import { del, get, js, noContent, post, put, readSignals, signals, signalsResponse, url } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { Hono } from "hono";
import { page } from "./layout.js";

interface Item {
  readonly id: number;
  readonly title: string;
  readonly done: boolean;
}

let items: readonly Item[] = [
  { id: 1, title: "Taste TSX", done: true },
  { id: 2, title: "Buy a unicorn", done: false },
];
let nextId = 3;

const todo = signals({ draft: "", title: "", _editing: 0, _filter: "all" });
const cancel = js`${todo._editing} = 0`;

const TodoItem = ({ item: { id, title, done } }: { item: Item }) => {
  const edit = js`${todo.title} = ${title}; ${todo._editing} = ${id}`;
  return (
    <li id={`item-${id}`} data-show={js`${todo._filter} === "all" || ${todo._filter} === ${done ? "done" : "open"}`}>
      <div class={["row", { done }]} data-show={js`${todo._editing} !== ${id}`}>
        <input
          type="checkbox"
          aria-label={`${title} is done`}
          checked={done}
          data-on:click={{ do: post(url`items/${id}/toggle`), prevent: true }}
        />
        <span class="wide" data-on:dblclick={edit}>
          {title}
        </span>
        <button aria-label={`Edit ${title}`} data-on:click={edit}>
          Edit
        </button>
        <button aria-label={`Delete ${title}`} data-on:click={del(url`items/${id}`)}>
          Delete
        </button>
      </div>
      <form
        class="row"
        hidden
        data-attr:hidden={js`${todo._editing} !== ${id}`}
        data-on:submit={[put(url`items/${id}`), cancel]}
      >
        <input
          class="wide"
          aria-label={`Title of ${title}`}
          data-bind={todo.title}
          data-on:keydown={js`evt.key === "Escape" && (${todo._editing} = 0)`}
        />
        <button class="primary">Save</button>
        <button type="button" data-on:click={cancel}>
          Cancel
        </button>
      </form>
    </li>
  );
};

const TodoList = () => {
  const open = items.filter(({ done }) => !done).length;
  return (
    <section id="todos">
      <ul class="plain">
        {items.map((item) => (
          <TodoItem item={item} />
        ))}
      </ul>
      <p class="row">
        <span class="wide">
          {open} {open === 1 ? "item" : "items"} left
        </span>
        <button data-on:click={post("toggle-all")}>Toggle all</button>
        <button disabled={open === items.length} data-on:click={del("items")}>
          Clear completed
        </button>
      </p>
    </section>
  );
};

const hub = createHub<"todos">();
const list = hub.live("todos", () => <TodoList />);

/** Their visitors are sent on to another process when this one ends. */
export const hubs = [hub];

function change(next: readonly Item[]): Response {
  items = next;
  list.nudge();
  return noContent();
}

const changeOne = (id: string, change_: (item: Item) => Item): Response =>
  change(items.map((item) => (item.id === Number(id) ? change_(item) : item)));

const filters = { all: "All", open: "Active", done: "Completed" };

export default new Hono()
  .get("/", () =>
    page(
      "TodoMVC",
      <div data-signals={todo} data-init={get("feed")}>
        <form class="row" data-on:submit={post("items")}>
          <input class="wide" aria-label="New item" placeholder="What needs to be done?" data-bind={todo.draft} />
        </form>
        <fieldset class="row">
          <legend>Show</legend>
          {Object.entries(filters).map(([value, label]) => (
            <label>
              <input type="radio" name="filter" value={value} data-bind={todo._filter} /> {label}
            </label>
          ))}
        </fieldset>
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
  .put("/items/:id", async (c) => {
    const title = (await readSignals(c.req.raw, todo)).title.trim();
    // As TodoMVC has it: what has no title any more is deleted.
    if (title === "") return change(items.filter(({ id }) => id !== Number(c.req.param("id"))));
    return changeOne(c.req.param("id"), (item) => ({ ...item, title }));
  })
  .post("/items/:id/toggle", (c) => changeOne(c.req.param("id"), (item) => ({ ...item, done: !item.done })))
  .post("/toggle-all", () => {
    const done = items.some((item) => !item.done);
    return change(items.map((item) => ({ ...item, done })));
  })
  .delete("/items", () => change(items.filter(({ done }) => !done)))
  .delete("/items/:id", (c) => change(items.filter(({ id }) => id !== Number(c.req.param("id")))));
