import { js, post, signals, url } from "datastar-tsx";
import type { Todo } from "./data.js";

const app = signals({ draft: "", filter: "all", editing: 0, busy: false });

const Item = ({ todo }: { todo: Todo }) => (
  <li
    id={`todo-${todo.id}`}
    data-show={js`${app.filter} === 'all' || ${app.filter} === ${todo.done ? "done" : "open"}`}
    data-class={{ editing: js`${app.editing} === ${todo.id}`, busy: app.busy }}
  >
    <input
      type="checkbox"
      checked={todo.done}
      data-on:change={post(url`/todos/${todo.id}/toggle`)}
      data-indicator={app.busy}
    />
    <span data-on:dblclick={js`${app.editing} = ${todo.id}`} data-signals={{ item: { id: todo.id } }}>
      {todo.title}
    </span>
    <input
      data-bind={app.draft}
      data-attr:disabled={app.busy}
      data-on:input={{ do: post(url`/todos/${todo.id}`), debounce: 200 }}
    />
    <button data-on:click={post(url`/todos/${todo.id}/delete`)}>Delete</button>
  </li>
);

export const render = (todos: readonly Todo[]) => (
  <ul id="todos" data-signals={app}>
    {todos.map((todo) => (
      <Item todo={todo} />
    ))}
  </ul>
);
