// The same attributes as in datastar/tsx.tsx, written as the client reads them. They are objects, whose values are not
// the business of the type checker here.
import { text } from "../../text.js";
import type { Todo } from "../datastar/data.js";

const Item = ({ todo }: { todo: Todo }) => {
  const input: object = {
    "data-bind": "draft",
    "data-attr:disabled": "$busy",
    "data-on:input__debounce.200ms": `@post('/todos/${todo.id}')`,
  };
  const item: object = {
    "data-show": `$filter === 'all' || $filter === '${todo.done ? "done" : "open"}'`,
    "data-class": `{editing: $editing === ${todo.id}, busy: $busy}`,
  };
  const checkbox: object = { "data-on:change": `@post('/todos/${todo.id}/toggle')`, "data-indicator": "busy" };
  const title: object = { "data-on:dblclick": `$editing = ${todo.id}`, "data-signals": `{item: {id: ${todo.id}}}` };
  const remove: object = { "data-on:click": `@post('/todos/${todo.id}/delete')` };
  return (
    <li id={`todo-${todo.id}`} {...item}>
      <input type="checkbox" checked={todo.done} {...checkbox} />
      <span {...title}>{text(todo.title)}</span>
      <input {...input} />
      <button {...remove}>Delete</button>
    </li>
  );
};

const list: object = { "data-signals": "{draft: '', filter: 'all', editing: 0, busy: false}" };

export const render = (todos: readonly Todo[]) => (
  <ul id="todos" {...list}>
    {todos.map((todo) => (
      <Item todo={todo} />
    ))}
  </ul>
);
