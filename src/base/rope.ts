/** Items in order; two such lists are joined in constant time, whatever their lengths, and both stay as they are. */
export type Rope<T extends object> = T | Joined<T> | undefined;

class Joined<T extends object> {
  readonly left: Rope<T>;
  readonly right: Rope<T>;

  constructor(left: Rope<T>, right: Rope<T>) {
    this.left = left;
    this.right = right;
  }
}

export function join<T extends object>(left: Rope<T>, right: Rope<T>): Rope<T> {
  if (left === undefined) return right;
  return right === undefined ? left : new Joined(left, right);
}

/** The items, in order. A loop, since ropes can be deeper than calls. */
export function itemsOf<T extends object>(rope: Rope<T>): readonly T[] {
  const items: T[] = [];
  const rest: Rope<T>[] = [rope];
  while (rest.length > 0) {
    const next = rest.pop();
    if (next instanceof Joined) rest.push(next.right, next.left);
    else if (next !== undefined) items.push(next);
  }
  return items;
}
