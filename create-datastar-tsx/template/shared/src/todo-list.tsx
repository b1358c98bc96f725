import { routes } from "./routes.ts";
import type { Todo } from "./todos.ts";

export const TodoList = ({ todos }: { readonly todos: readonly Todo[] }) => (
  <section id="todos">
    <ul>
      {todos.map((todo) => (
        <TodoItem todo={todo} />
      ))}
    </ul>
    <p class="left">{todos.filter(({ done }) => !done).length} left to do</p>
  </section>
);

const TodoItem = ({ todo: { id, title, done } }: { readonly todo: Todo }) => (
  <li id={`todo-${id}`} class={{ done }}>
    <label>
      <input type="checkbox" checked={done} data-on:change={routes.toggle({ id })} />
      <span>{title}</span>
    </label>
    <button type="button" aria-label={`Remove ${title}`} data-on:click={routes.remove({ id })}>
      ×
    </button>
  </li>
);
