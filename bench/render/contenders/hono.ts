// A JSX element of Hono prints as its markup, or as a promise of it where a component is asynchronous.
export const toMarkup = (value: { toString(): string | Promise<string> }): string | Promise<string> => value.toString();
