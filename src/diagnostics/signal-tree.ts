import type { ObjectLiteral } from "./object-literal.js";

/** Signals by name; `open` for one whose inside is not known, or that holds no object. */
export interface SignalTree extends Map<string, SignalTree | "open"> {}

export function newTree(): SignalTree {
  return new Map();
}

/** How many names of a path are told apart; nothing is known of what is further inside. */
const deepest = 100;

/** Adds the signal at a dotted path. */
export function addPath(tree: SignalTree, path: string, value: SignalTree | "open" = "open"): void {
  const [name = "", ...inside] = path.split(".", deepest + 1);
  const end = inside.length < deepest ? value : "open";
  addName(
    tree,
    name,
    inside.reduceRight<SignalTree | "open">((nested, name) => new Map([[name, nested]]), end),
  );
}

/** Adds all signals of one tree to another. */
export function addTree(tree: SignalTree, added: SignalTree): void {
  for (const [name, value] of added) addName(tree, name, value);
}

function addName(tree: SignalTree, name: string, value: SignalTree | "open"): void {
  const known = tree.get(name);
  if (known === undefined) tree.set(name, value === "open" ? value : copy(value));
  else if (known === "open" || value === "open") tree.set(name, "open");
  else addTree(known, value);
}

function copy(tree: SignalTree): SignalTree {
  const copied = newTree();
  addTree(copied, tree);
  return copied;
}

/** The signals that an object literal declares. An empty object is there to be filled. */
export function treeOf(object: ObjectLiteral): SignalTree {
  return new Map(
    Array.from(object, ([name, { object }]) => [
      name,
      object === undefined || object.size === 0 ? "open" : treeOf(object),
    ]),
  );
}

/** Whether a path leads to a signal, or into a value that could hold anything. */
export function hasPath(tree: SignalTree, path: string): boolean {
  let at: SignalTree | "open" = tree;
  for (const name of path.split(".")) {
    const next: SignalTree | "open" | undefined = at.get(name);
    if (next === undefined || next === "open") return next === "open";
    at = next;
  }
  return true;
}

/** The dotted paths of all signals. */
export function pathsOf(tree: SignalTree, prefix = ""): string[] {
  return Array.from(tree).flatMap(([name, value]) => [
    prefix + name,
    ...(value === "open" ? [] : pathsOf(value, `${prefix}${name}.`)),
  ]);
}
