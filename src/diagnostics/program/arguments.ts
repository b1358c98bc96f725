// What functions and classes of a program are given in it: arguments, the attributes of a component, items, members.
import type { Placed } from "./scope.js";
import {
  type FunctionNode,
  isFunction,
  type JsxOpeningElement,
  jsxName,
  memberName,
  type Located,
  type MemberExpression,
  type Node,
  rangeOf,
  unwrapped,
} from "./syntax-tree.js";

/** What a function is called with. */
interface Called {
  readonly callee: FunctionNode & Node;
  readonly given: readonly Node[];
}

// Methods of lists that call a function with each item.
const eachItem: ReadonlySet<string> = new Set("every filter find findLast flatMap forEach map some".split(" "));

/** The functions of the program that a call, or an element, calls, each with what it gets. */
export function argumentsOf({ node, scope }: Placed): readonly Called[] {
  const called = (callee: Node, given: readonly Node[]): readonly Called[] =>
    functionsOf({ node: callee, scope }).map((callee) => ({ callee, given }));
  if (node.type === "JSXOpeningElement") return called(componentOf(node), [propsOf(node)]);
  if (node.type !== "CallExpression") return [];
  const { callee, arguments: given } = node;
  const [callback] = given;
  if (callee.type !== "MemberExpression") return called(callee, given);
  const method = memberName(callee) ?? "";
  if (method === "call" || method === "bind") return called(callee.object, given.slice(1));
  if (method === "apply") return called(callee.object, itemsOf(given[1]));
  return callback !== undefined && eachItem.has(method) ? called(callback, [anyItem(callee.object)]) : [];
}

/** The function that a method of lists is given where it stands, so that nobody else can call it. */
export function callbackOf(call: Node): Node | undefined {
  if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression") return undefined;
  const [callback] = call.arguments;
  return callback !== undefined && isFunction(callback) && eachItem.has(memberName(call.callee) ?? "")
    ? callback
    : undefined;
}

function itemsOf(list: Node | undefined): readonly Node[] {
  return list?.type === "ArrayExpression" ? list.elements.flatMap((element) => element ?? []) : [];
}

function functionsOf({ node: given, scope }: Placed): readonly (FunctionNode & Node)[] {
  const node = unwrapped(given);
  if (isFunction(node)) return [node];
  const values = node.type === "Identifier" ? (scope.find(node.name)?.values ?? []) : [];
  return values.map(({ node }) => unwrapped(node)).filter(isFunction);
}

function componentOf({ name }: JsxOpeningElement): Node {
  return { type: "Identifier", name: /^[A-Z_$]/.test(jsxName(name) ?? "") ? (jsxName(name) ?? "") : "" };
}

/** The attributes of an element as the object that a component gets. */
function propsOf(element: JsxOpeningElement): Node {
  const range = rangeOf(element);
  const properties = element.attributes.flatMap((given): readonly Node[] => {
    if (given.type === "JSXSpreadAttribute") return [{ type: "SpreadElement", argument: given.argument, range }];
    const name = given.type === "JSXAttribute" ? jsxName(given.name) : undefined;
    if (given.type !== "JSXAttribute" || given.value?.type !== "JSXExpressionContainer" || name === undefined)
      return [];
    return [propertyOf(name, given.value.expression)];
  });
  return { type: "ObjectExpression", properties, range };
}

function propertyOf(name: string, value: Node): Node {
  const range = rangeOf(value);
  const key: Node = { type: "Literal", value: name, range };
  return { type: "Property", kind: "init", key, value, computed: false, shorthand: false, range };
}

/** Reading a property, as the program might have written it. */
export function memberOf(object: Node, property: Node, place: Located): MemberExpression & Node {
  return { type: "MemberExpression", object, property, computed: true, range: rangeOf(place) };
}

/** An item of a list, whichever. */
export function anyItem(list: Node): Node {
  return memberOf(list, { type: "Literal", value: null, range: rangeOf(list) }, list);
}

/** The members of a class as an object: its own, and those of what it makes. */
export function membersOf(node: Node): Node {
  const range = rangeOf(node);
  const body = node.type === "ClassDeclaration" || node.type === "ClassExpression" ? node.body : node;
  const members = body.type === "ClassBody" ? body.body : [];
  const properties = members.flatMap((member): readonly Node[] => {
    if ((member.type !== "PropertyDefinition" && member.type !== "MethodDefinition") || member.value === null)
      return [];
    const { key, value, computed } = member;
    const kind = member.kind === "get" ? "get" : "init";
    return [{ type: "Property", kind, key, value, computed, shorthand: false, range }];
  });
  return { type: "ObjectExpression", properties, range };
}
