export interface Todo {
  readonly id: number;
  readonly title: string;
  readonly done: boolean;
}

export const todos: readonly Todo[] = Array.from({ length: 100 }, (_, i) => ({
  id: i,
  title: i % 4 === 0 ? `Buy tea & "scones" ${i}` : `Write chapter ${i}`,
  done: i % 3 === 0,
}));
