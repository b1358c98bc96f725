// Parsers keep the first of two attributes with one name, and do not tell. Of listeners, all are meant to run.
// https://html.spec.whatwg.org/multipage/parsing.html#attribute-name-state

/** Another name for the same listener: the client converts events to kebab case anyway, and a case twice as once. */
function renamed(name: string): string {
  return name.includes("__case.") ? name.replace(/__case(\.[a-z]+)/, "$&$1") : `${name}__case.kebab`;
}

/** A name for a listener that none has which is there already. */
export function distinctName(name: string, isTaken: (folded: string) => boolean): string {
  let distinct = name;
  while (isTaken(distinct.toLowerCase())) distinct = renamed(distinct);
  return distinct;
}

/** Listeners of which no two have one name: modifiers can stand in the name as in the value, and capitals are folded. */
export function distinctListeners<T extends { readonly name: string }>(listeners: readonly T[]): readonly T[] {
  const taken = new Set<string>();
  for (const { name } of listeners) taken.add(name.toLowerCase());
  if (taken.size === listeners.length) return listeners;
  taken.clear();
  return listeners.map((listener) => {
    const name = distinctName(listener.name, (folded) => taken.has(folded));
    taken.add(name.toLowerCase());
    return name === listener.name ? listener : { ...listener, name };
  });
}
