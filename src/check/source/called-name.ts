import type { Node } from "oxc-parser";

/** What is called by what it is named: a function, or the method of something. A name in brackets is another's. */
export function calledName(callee: Node): string | undefined {
  if (callee.type === "Identifier") return callee.name;
  if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return undefined;
  return callee.property.name;
}
