// The same attributes as in datastar/tsx.tsx, written as the client reads them. They are objects, whose values are not
// the business of the type checker here.
import { text } from "../../text.js";
import type { Todo } from "../datastar/data.js";
import * as source from "./source.js";

const Item = ({ todo }: { todo: Todo }) => {
  const input: object = {
    "data-bind": "draft",
    "data-attr:disabled": "$busy",
    "data-on:input__debounce.200ms": source.save(todo.id),
  };
  const item: object = {
    "data-show": source.isShown(todo.done),
    "data-class": source.classes(todo.id),
  };
  const checkbox: object = { "data-on:change": source.toggle(todo.id), "data-indicator": "busy" };
  const title: object = { "data-on:dblclick": source.edit(todo.id), "data-signals": source.signals(todo.id) };
  const remove: object = { "data-on:click": source.remove(todo.id) };
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
