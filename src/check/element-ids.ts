/** Whether an element of a module has an id, in so many words. */
export function writesId(code: string, id: string): boolean {
  return new RegExp(String.raw`\bid=\{?["'\`]${id}["'\`]`).test(code);
}
