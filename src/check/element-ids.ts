/** What finds, in the text of a module, an element that has an id in so many words. */
export function elementWithId(id: string): RegExp {
  return new RegExp(String.raw`\bid=\{?["'\`]${id}["'\`]`);
}
