// For toolkits whose JSX is its markup already, or a promise of it, or prints as it.
export const toMarkup = (value: unknown): string | Promise<string> =>
  value instanceof Promise ? value.then(String) : String(value);
