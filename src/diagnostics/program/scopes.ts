import { argumentsOf, anyItem, callbackOf, membersOf } from "./arguments.js";
import { eachChild } from "./each-child.js";
import { declare, namesAssignedBy, unknown, whole } from "./patterns.js";
import { add, type Binding, type Imported, type Placed, Scope } from "./scope.js";
import {
  type FunctionNode,
  type ImportDeclaration,
  isFunction,
  memberName,
  type Node,
  rangeOf,
  unwrapped,
  type VisitorKeys,
} from "./syntax-tree.js";

export { type Binding, type DeclaredType, type Imported, type Placed, Scope } from "./scope.js";
export { isFunction } from "./syntax-tree.js";

/** A program, read once for all who look at it. */
export interface ProgramNames {
  /** The scope of the module itself. */
  readonly scope: Scope;
  /** The nodes of the types that were asked for, in the order of the source. */
  readonly found: readonly Placed[];
  /** What a function returns. */
  returned(node: FunctionNode): readonly Placed[];
}

/**
 * Finds out what the names of a program stand for.
 *
 * @param keys the table of children that the parser comes with
 * @param wanted the types of nodes to find
 * @param originOf where what is imported is from, if other modules pass it on
 */
export function readNames(
  program: Node,
  keys: VisitorKeys,
  wanted: ReadonlySet<string>,
  originOf: (imported: Imported) => Imported = (imported) => imported,
): ProgramNames {
  const scope = new Scope();
  const found: Placed[] = [];
  const returns = new Map<Node, Placed[]>();
  const assigned: (readonly [name: string, scope: Scope, given: Pick<Binding, "values" | "isOpen">])[] = [];
  const inner = new Map<Node, Scope>();
  const calls: Placed[] = [];
  // Functions, and the variables of loops, that are given the items of a list and nothing else.
  const ofItems = new Set<Node>();
  // A stack of our own: programs nest deeper than calls can.
  const open: Open[] = [{ node: program, scope, within: undefined }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node } = next;
    if (wanted.has(node.type)) found.push(next);
    const callback = node.type === "ForOfStatement" ? node.left : callbackOf(node);
    if (callback !== undefined) ofItems.add(callback);
    const scope = enter(next, originOf, ofItems.has(node));
    if (node.type === "ReturnStatement" && next.within !== undefined && node.argument !== null)
      returns.get(next.within)?.push({ node: node.argument, scope: next.scope });
    // A generator makes a list.
    if (node.type === "YieldExpression" && next.within !== undefined && node.argument !== null)
      returns.get(next.within)?.push({ node: yieldedBy(node.argument, node), scope: next.scope });
    if (isFunction(node)) {
      const isValue = node.body !== null && node.body.type !== "BlockStatement";
      returns.set(node, isValue ? [{ node: node.body, scope }] : []);
      inner.set(node, scope);
    }
    if (node.type === "CallExpression" || node.type === "JSXOpeningElement") calls.push(next);
    for (const { name, value, isOpen } of namesAssignedBy(node)) {
      const values = value === undefined ? [] : [{ node: value, scope: next.scope }];
      assigned.push([name, next.scope, { values, isOpen: isOpen ?? value === undefined }]);
    }
    const within = isFunction(node) ? node : next.within;
    const first = open.length;
    eachChild(node, keys, (child) => {
      if (!leaves.has(child.type) || wanted.has(child.type)) open.push({ node: child, scope, within });
    });
    reverse(open, first);
  }
  for (const [name, place, given] of assigned) {
    const binding = place.find(name);
    if (binding !== undefined) add(binding, given);
  }
  for (const call of calls) {
    for (const { callee, given } of argumentsOf(call)) {
      const target = inner.get(callee);
      callee.params.forEach((parameter, index) => {
        const node = given[index];
        const pattern = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
        // Any function with a name can be called from elsewhere as well.
        const isOpen = !ofItems.has(callee);
        if (target !== undefined && node !== undefined)
          declare(pattern, { nodes: [node], isOpen, call: call.node, isCall: true }, call.scope, target);
      });
    }
  }
  return { scope, found, returned: (node) => returns.get(node) ?? [] };
}

// Most of a tree; they declare nothing and give no name a value.
const leaves: ReadonlySet<string> = new Set(
  "Identifier JSXIdentifier JSXText Literal PrivateIdentifier TemplateElement ThisExpression".split(" "),
);

function yieldedBy(argument: Node, { delegate, ...place }: Extract<Node, { readonly type: "YieldExpression" }>): Node {
  return delegate ? argument : { type: "ArrayExpression", elements: [argument], range: rangeOf(place) };
}

interface Open extends Placed {
  /** The function that it stands in. */
  readonly within: Node | undefined;
}

/** Turns round what has been put on a stack since it had a length, so that the first comes off first. */
function reverse(stack: Open[], first: number): void {
  for (let i = first, j = stack.length - 1; i < j; i++, j--) {
    const [low, high] = [stack[i], stack[j]];
    if (low !== undefined && high !== undefined) [stack[i], stack[j]] = [high, low];
  }
}

const blocks: ReadonlySet<string> = new Set(
  "BlockStatement StaticBlock ForStatement ForInStatement ForOfStatement SwitchStatement CatchClause TSModuleBlock".split(
    " ",
  ),
);

/**
 * Declares what a node declares, and returns the scope of what is in it.
 *
 * @param isOfItems whether what it declares first is an item of a list, and nothing else
 */
function enter({ node, scope }: Open, originOf: (imported: Imported) => Imported, isOfItems: boolean): Scope {
  switch (node.type) {
    case "ImportDeclaration":
      declareImports(node, scope, originOf);
      return scope;
    case "VariableDeclaration": {
      if (isOfItems) return scope;
      const target = node.kind === "var" ? scope.function : scope;
      for (const { id, init } of node.declarations) {
        const isEmpty = init === null && id.type === "Identifier" && node.kind !== "const";
        declare(id, { nodes: init === null ? [] : [init], isOpen: init === null && !isEmpty }, scope, target);
      }
      return scope;
    }
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression": {
      const inner = new Scope(scope);
      if (node.id) declare(node.id, whole(node), scope, node.type === "FunctionDeclaration" ? scope : inner);
      for (const [index, parameter] of node.params.entries())
        declare(parameter, { nodes: [], isOpen: !isOfItems || index > 0, owner: node }, inner, inner);
      return inner;
    }
    case "ClassDeclaration":
    case "ClassExpression":
      if (node.id) declare(node.id, whole(membersOf(node)), scope, scope);
      return scope;
    case "ClassBody": {
      const inner = new Scope(scope);
      inner.declare("this", { values: [{ node: membersOf(node), scope: inner }], isOpen: true });
      return inner;
    }
    case "TSEnumDeclaration":
      declare(node.id, whole(node), scope, scope);
      return scope;
  }
  if (!blocks.has(node.type)) return scope;
  const inner = new Scope(scope, node.type === "StaticBlock");
  if (node.type === "CatchClause" && node.param !== null) declare(node.param, unknown, inner, inner);
  if ((node.type === "ForInStatement" || node.type === "ForOfStatement") && node.left.type === "VariableDeclaration") {
    const target = node.left.kind === "var" ? inner.function : inner;
    const given = node.type === "ForOfStatement" ? whole(anyItem(node.right)) : unknown;
    for (const { id } of node.left.declarations) declare(id, given, scope, target);
  }
  return inner;
}

function declareImports(
  { source, specifiers }: ImportDeclaration,
  scope: Scope,
  originOf: (imported: Imported) => Imported,
): void {
  for (const { type, local, imported: named } of specifiers) {
    const name = type === "ImportNamespaceSpecifier" ? "*" : named === undefined ? "default" : textOf(named);
    const imported = originOf({ module: String(source.value), name });
    scope.declare(local.name, { imported, values: [], isOpen: true });
  }
}

function textOf(node: Node): string {
  return node.type === "Identifier" ? node.name : node.type === "Literal" ? String(node.value) : "";
}

const packageName = "datastar-tsx";

/** The name of ours that an expression refers to. */
export function ourName(node: Node, scope: Scope): string | undefined {
  const imported = importedBy(node, scope);
  return imported?.module === packageName ? imported.name : undefined;
}

/** The module and the name there of what an expression refers to: `post`, `datastar.post`, or another name for it. */
export function importedBy(node: Node, scope: Scope, depth = 0): Imported | undefined {
  if (depth > longestAlias) return undefined;
  if (node.type === "Identifier") {
    const binding = scope.find(node.name);
    if (binding === undefined || binding.imported !== undefined) return binding?.imported;
    const { values, isOpen } = binding;
    const value = values[0];
    return isOpen || value === undefined || values.length > 1
      ? undefined
      : importedBy(unwrapped(value.node), value.scope, depth + 1);
  }
  if (node.type !== "MemberExpression") return undefined;
  const all = importedBy(unwrapped(node.object), scope, depth + 1);
  const name = memberName(node);
  return all?.name === "*" && name !== undefined ? { module: all.module, name } : undefined;
}

/** How many names a name can have been given in a row: a name can be its own. */
const longestAlias = 10;
