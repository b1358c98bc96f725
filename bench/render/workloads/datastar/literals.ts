import { escapeText } from "../../../../src/html/escape.js";
import type { Todo } from "./data.js";

const item = ({ id, title, done }: Todo): string =>
  `<li id="todo-${id}" data-show="$filter === 'all' || $filter === '${done ? "done" : "open"}'" data-class="{editing: $editing === ${id}, busy: $busy}"><input type="checkbox"${done ? " checked" : ""} data-on:change="@post('/todos/${id}/toggle')" data-indicator="busy"><span data-on:dblclick="$editing = ${id}" data-signals="{item: {id: ${id}}}">${escapeText(title)}</span><input data-bind="draft" data-attr:disabled="$busy" data-on:input__debounce.200ms="@post('/todos/${id}')"><button data-on:click="@post('/todos/${id}/delete')">Delete</button></li>`;

export const render = (todos: readonly Todo[]): string =>
  `<ul id="todos" data-signals="{draft: '', filter: 'all', editing: 0, busy: false}">${todos.map(item).join("")}</ul>`;
