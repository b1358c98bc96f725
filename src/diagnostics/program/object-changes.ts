import {
  type CallExpression,
  type Located,
  memberName,
  type MemberExpression,
  type Node,
  rangeOf,
} from "./syntax-tree.js";

/** A name, and another value that it is given; `undefined` for one that only the running program knows. */
export interface Assigned {
  readonly name: string;
  readonly value: Node | undefined;
  /** Whether the program may give it others in the same place. Default: if it knows none. */
  readonly isOpen?: boolean;
}

/** What an object becomes, if it has a name: as good as another value for that. */
export function changeOf(object: Node, value: Node | undefined): readonly Assigned[] {
  if (object.type === "Identifier") return [{ name: object.name, value }];
  if (object.type === "ThisExpression") return [{ name: "this", value }];
  // What is deeper inside is not followed.
  return object.type === "MemberExpression" ? changeOf(object.object, undefined) : [];
}

/** An object with the property that an assignment sets. */
export function propertySetBy(
  left: MemberExpression,
  { right, operator }: { right: Node; operator: string },
): Node | undefined {
  const name = memberName(left);
  if (name === undefined || operator !== "=") return undefined;
  const range = rangeOf(left);
  const key: Node = { type: "Literal", value: name, range };
  return {
    type: "ObjectExpression",
    properties: [{ type: "Property", kind: "init", key, value: right, computed: false, shorthand: false, range }],
    range,
  };
}

/** What `list.push(…)` and `Object.assign(object, …)` change. */
export function changedBy({ callee, arguments: given, ...place }: CallExpression): readonly Assigned[] {
  if (callee.type !== "MemberExpression") return [];
  const method = memberName(callee);
  if (method === "push" || method === "unshift") return changeOf(callee.object, listOf(given, place));
  if (method === "splice" || method === "fill") return changeOf(callee.object, undefined);
  // Of a Map or a Set, as far as it has a name.
  if (method === "set" && given.length === 2) return addedTo(callee.object, [listOf(given, place)], place);
  if (method === "add" && given.length === 1) return addedTo(callee.object, given, place);
  const [target, ...sources] = given;
  const isAssign = method === "assign" && callee.object.type === "Identifier" && callee.object.name === "Object";
  return isAssign && target !== undefined ? sources.flatMap((source) => changeOf(target, source)) : [];
}

function addedTo(collection: Node, items: readonly Node[], place: Located): readonly Assigned[] {
  return collection.type === "Identifier" ? [{ name: collection.name, value: listOf(items, place) }] : [];
}

function listOf(elements: readonly Node[], place: Located): Node {
  return { type: "ArrayExpression", elements, range: rangeOf(place) };
}

/** Whether an assignment gives the value on its right, if it gives any. */
export function isPlainAssignment(operator: string): boolean {
  return operator === "=" || operator === "||=" || operator === "&&=" || operator === "??=";
}
