import { type Located, type Node, rangeOf } from "./syntax-tree.js";

/** The source of a node. */
export function textOf(node: Node, file: string): string {
  return file.slice(...rangeOf(node));
}

/** The source of a node in one line, as a message shows it. */
export function shortTextOf(node: Node, file: string): string {
  const line = textOf(node, file).replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

/** Whether a node is, or lies in, another. */
export function isWithin(node: Located, other: Located): boolean {
  const [start, end] = rangeOf(node);
  const [first, last] = rangeOf(other);
  return start >= first && end <= last;
}

/** Names in a message, each once, and not too many of them. */
export function listed(texts: readonly string[]): string {
  const names = [...new Set(texts)];
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(" and ");
}
