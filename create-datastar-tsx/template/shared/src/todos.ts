export interface Todo {
  readonly id: string;
  readonly title: string;
  readonly done: boolean;
}

// In memory, so that there is nothing to set up: a database of yours goes here.
let todos: readonly Todo[] = [
  { id: "1", title: "Open this page in a second tab", done: false },
  { id: "2", title: "Create an app", done: true },
];

export const allTodos = (): readonly Todo[] => todos;

export function addTodo(title: string): void {
  todos = [...todos, { id: crypto.randomUUID(), title, done: false }];
}

export function toggleTodo(id: string): void {
  todos = todos.map((todo) => (todo.id === id ? { ...todo, done: !todo.done } : todo));
}

export function removeTodo(id: string): void {
  todos = todos.filter((todo) => todo.id !== id);
}
