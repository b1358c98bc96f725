import { type Binding, isFunction, type Placed, type ProgramNames, type Scope } from "./scopes.js";
import { memberName, type MemberExpression, namedProperties, type Node, unwrapped } from "./syntax-tree.js";

/**
 * The expressions one of which an expression evaluates to, as far as the program tells: the branches of a conditional,
 * what a name or a property of an object was given, what a function of the program returns. What cannot be followed
 * further stands for itself.
 */
export function outcomesOf(placed: Placed, program: ProgramNames): readonly Placed[] {
  return follow(placed, program, new Set());
}

/** @param seen the names and functions that have been followed, so that circles end */
function follow({ node: given, scope }: Placed, program: ProgramNames, seen: Set<object>): readonly Placed[] {
  const node = unwrapped(given);
  const all = (nodes: readonly Node[]): readonly Placed[] =>
    nodes.flatMap((node) => follow({ node, scope }, program, seen));
  switch (node.type) {
    case "ConditionalExpression":
      return all([node.consequent, node.alternate]);
    case "LogicalExpression":
      // What is falsy in front of an `&&` leaves the attribute out.
      return all(node.operator === "&&" ? [node.right] : [node.left, node.right]);
    case "SequenceExpression":
      return all(node.expressions.slice(-1));
    case "AssignmentExpression":
      return node.operator === "=" ? all([node.right]) : [{ node, scope }];
    case "AwaitExpression":
      return all([node.argument]);
    case "Identifier":
      return values(scope.find(node.name), program, seen) ?? [{ node, scope }];
    case "MemberExpression":
      return (
        members(node, scope, follow({ node: node.object, scope }, program, seen), program, seen) ?? [{ node, scope }]
      );
    case "CallExpression": {
      const frozen = frozenBy(node.callee) ? node.arguments[0] : undefined;
      if (frozen !== undefined) return all([frozen]);
      const returned = all([node.callee]).flatMap(({ node }) => (isFunction(node) ? once(node, program, seen) : []));
      return returned.length > 0 ? returned : [{ node, scope }];
    }
    default:
      return [{ node, scope }];
  }
}

function values(binding: Binding | undefined, program: ProgramNames, seen: Set<object>): readonly Placed[] | undefined {
  if (binding?.values === undefined || binding.values.length === 0) return undefined;
  if (seen.has(binding)) return [];
  seen.add(binding);
  const followed = binding.values.flatMap((value) => follow(value, program, seen));
  seen.delete(binding);
  return followed;
}

function once(node: Node, program: ProgramNames, seen: Set<object>): readonly Placed[] {
  if (!isFunction(node) || seen.has(node)) return [];
  seen.add(node);
  const returned = program.returned(node).flatMap((value) => follow(value, program, seen));
  seen.delete(node);
  return returned;
}

/** What a property holds in each object that it can be read of, and the node itself if one of them does not tell. */
function members(
  node: MemberExpression & Node,
  here: Scope,
  objects: readonly Placed[],
  program: ProgramNames,
  seen: Set<object>,
): readonly Placed[] | undefined {
  const name = memberName(node);
  const held: Placed[] = [];
  let isKnown = true;
  for (const { node: object, scope } of objects) {
    const nodes = heldBy(object, name);
    held.push(...(nodes ?? []).flatMap((node) => follow({ node, scope }, program, seen)));
    isKnown &&= nodes !== undefined;
  }
  if (held.length === 0) return undefined;
  return isKnown ? held : [...held, { node, scope: here }];
}

/** @param name `undefined` for a property that only the running program knows */
function heldBy(object: Node, name: string | undefined): readonly Node[] | undefined {
  if (object.type === "TSEnumDeclaration") return [{ type: "Literal", value: name ?? "", raw: "" }];
  if (object.type === "ArrayExpression") {
    if (object.elements.some((element) => element?.type === "SpreadElement")) return undefined;
    const elements = name === undefined ? object.elements : [object.elements[Number(name)]];
    return elements.flatMap((element) => element ?? []);
  }
  if (object.type !== "ObjectExpression") return undefined;
  const entries = namedProperties(object.properties);
  const found = entries.filter(([key]) => name === undefined || key === name).map(([, property]) => property.value);
  return found.length === 0 ? undefined : found;
}

function frozenBy(callee: Node): boolean {
  return (
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    callee.object.name === "Object" &&
    memberName(callee) === "freeze"
  );
}
