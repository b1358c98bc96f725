export const names: readonly string[] = Array.from({ length: 50 }, (_, i) =>
  i % 5 === 0 ? `<user> & ${i}` : `user ${i}`,
);

/** What stands for a query: there on the next microtask. */
export const find = async (name: string): Promise<string> => name;
