// Datastar source with ids in it, as strings. In a module of its own: where the compiler sees such strings go into an
// attribute, it refuses them, since data in them would be code.
export const save = (id: number): string => `@post('/todos/${id}')`;
export const toggle = (id: number): string => `@post('/todos/${id}/toggle')`;
export const remove = (id: number): string => `@post('/todos/${id}/delete')`;
export const edit = (id: number): string => `$editing = ${id}`;
export const isShown = (done: boolean): string => `$filter === 'all' || $filter === '${done ? "done" : "open"}'`;
export const classes = (id: number): string => `{editing: $editing === ${id}, busy: $busy}`;
export const signals = (id: number): string => `{item: {id: ${id}}}`;
