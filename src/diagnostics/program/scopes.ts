import { type Assigned, changedBy, changeOf, propertySetBy } from "./object-changes.js";
import {
  eachChild,
  type FunctionNode,
  type ImportDeclaration,
  type Located,
  memberName,
  type Node,
  propertyName,
  rangeOf,
  type VisitorKeys,
} from "./syntax-tree.js";

/** A node, and the scope in which its names mean what they do. */
export interface Placed<N extends Node = Node> {
  readonly node: N;
  readonly scope: Scope;
}

/** A name of a program. */
export interface Binding {
  /** What it is imported as, if it is. */
  readonly imported?: Imported | undefined;
  /** All that it is given in the program; `undefined` if only the running program knows. */
  values: readonly Placed[] | undefined;
}

export interface Imported {
  readonly module: string;
  /** The name there: `default` for the default export, `*` for all of it. */
  readonly name: string;
}

/** The names that a block, a function or a module declares. */
export class Scope {
  readonly #parent: Scope | undefined;
  readonly #names = new Map<string, Binding>();
  /** Where `var` declares. */
  readonly function: Scope;

  constructor(parent?: Scope, isFunction = true) {
    this.#parent = parent;
    this.function = isFunction || parent === undefined ? this : parent.function;
  }

  /** What a name stands for here; `undefined` for a global one. */
  find(name: string): Binding | undefined {
    return this.#names.get(name) ?? this.#parent?.find(name);
  }

  /** The names that are declared in this scope itself. */
  get names(): readonly string[] {
    return [...this.#names.keys()];
  }

  /** The scope of the module. */
  get module(): Scope {
    return this.#parent?.module ?? this;
  }

  declare(name: string, binding: Binding): void {
    const before = this.#names.get(name);
    if (before === undefined) this.#names.set(name, binding);
    else add(before, binding.values);
  }
}

function add(binding: Binding, values: readonly Placed[] | undefined): void {
  binding.values = binding.values && values && [...binding.values, ...values];
}

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
 */
export function readNames(program: Node, keys: VisitorKeys, wanted: ReadonlySet<string>): ProgramNames {
  const scope = new Scope();
  const found: Placed[] = [];
  const returns = new Map<Node, Placed[]>();
  const assigned: (readonly [name: string, scope: Scope, values: readonly Placed[] | undefined])[] = [];
  // A stack of our own: programs nest deeper than calls can.
  const open: Open[] = [{ node: program, scope, within: undefined }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node } = next;
    if (wanted.has(node.type)) found.push(next);
    const inner = enter(next);
    if (node.type === "ReturnStatement" && next.within !== undefined && node.argument !== null)
      returns.get(next.within)?.push({ node: node.argument, scope: next.scope });
    if (isFunction(node)) {
      const isValue = node.body !== null && node.body.type !== "BlockStatement";
      returns.set(node, isValue ? [{ node: node.body, scope: inner }] : []);
    }
    for (const { name, value } of namesAssignedBy(node))
      assigned.push([name, next.scope, value && [{ node: value, scope: next.scope }]]);
    const within = isFunction(node) ? node : next.within;
    const first = open.length;
    eachChild(node, keys, (child) => open.push({ node: child, scope: inner, within }));
    reverse(open, first);
  }
  for (const [name, place, values] of assigned) {
    const binding = place.find(name);
    if (binding !== undefined) add(binding, values);
  }
  return { scope, found, returned: (node) => returns.get(node) ?? [] };
}

interface Open extends Placed {
  /** The function that it stands in. */
  readonly within: Node | undefined;
}

function reverse(stack: Open[], first: number): void {
  stack.push(...stack.splice(first).reverse());
}

export function isFunction(node: Node): node is FunctionNode & Node {
  return (
    node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression" || node.type === "FunctionDeclaration"
  );
}

const blocks: ReadonlySet<string> = new Set(
  "BlockStatement StaticBlock ForStatement ForInStatement ForOfStatement SwitchStatement CatchClause TSModuleBlock".split(
    " ",
  ),
);

/** Declares what a node declares, and returns the scope of what is in it. */
function enter({ node, scope }: Open): Scope {
  switch (node.type) {
    case "ImportDeclaration":
      declareImports(node, scope);
      return scope;
    case "VariableDeclaration": {
      const target = node.kind === "var" ? scope.function : scope;
      for (const { id, init } of node.declarations) {
        // What a loop puts into its variable has been declared before.
        const isEmpty = init === null && id.type === "Identifier" && node.kind !== "const";
        declare(id, init === null ? (isEmpty ? [] : undefined) : [init], scope, target);
      }
      return scope;
    }
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression": {
      const inner = new Scope(scope);
      if (node.id) declare(node.id, [node], scope, node.type === "FunctionDeclaration" ? scope : inner);
      for (const parameter of node.params) declare(parameter, undefined, inner, inner);
      return inner;
    }
    case "ClassDeclaration":
    case "ClassExpression":
      if (node.id) declare(node.id, undefined, scope, scope);
      return scope;
    case "TSEnumDeclaration":
      declare(node.id, [node], scope, scope);
      return scope;
  }
  if (!blocks.has(node.type)) return scope;
  const inner = new Scope(scope, node.type === "StaticBlock");
  if (node.type === "CatchClause" && node.param !== null) declare(node.param, undefined, inner, inner);
  if ((node.type === "ForInStatement" || node.type === "ForOfStatement") && node.left.type === "VariableDeclaration") {
    const target = node.left.kind === "var" ? inner.function : inner;
    for (const { id } of node.left.declarations) declare(id, undefined, inner, target);
  }
  return inner;
}

function declareImports({ source, specifiers }: ImportDeclaration, scope: Scope): void {
  for (const { type, local, imported } of specifiers) {
    const name = type === "ImportNamespaceSpecifier" ? "*" : imported === undefined ? "default" : textOf(imported);
    scope.declare(local.name, { imported: { module: String(source.value), name }, values: undefined });
  }
}

function textOf(node: Node): string {
  return node.type === "Identifier" ? node.name : node.type === "Literal" ? String(node.value) : "";
}

/** Declares the names of a pattern: each stands for a part of the values, where the source tells which. */
function declare(pattern: Node, values: readonly Node[] | undefined, scope: Scope, target: Scope): void {
  switch (pattern.type) {
    case "Identifier":
      target.declare(pattern.name, { values: values?.map((node) => ({ node, scope })) });
      break;
    case "ObjectPattern":
      for (const property of pattern.properties) {
        if (property.type === "Property") {
          const name = propertyName(property);
          declare(property.value, name === undefined ? undefined : parts(values, name, property), scope, target);
        } else {
          declare(property, undefined, scope, target);
        }
      }
      break;
    case "ArrayPattern":
      for (const [index, element] of pattern.elements.entries())
        if (element !== null) declare(element, parts(values, String(index), element), scope, target);
      break;
    case "AssignmentPattern":
      declare(pattern.left, values && [...values, pattern.right], scope, target);
      break;
    case "RestElement":
      declare(pattern.argument, undefined, scope, target);
      break;
    case "TSParameterProperty":
      declare(pattern.parameter, undefined, scope, target);
      break;
  }
}

/** A property of each value, as if the program read it by name. */
function parts(values: readonly Node[] | undefined, name: string, place: Located): readonly Node[] | undefined {
  const range = rangeOf(place);
  return values?.map((object) => ({
    type: "MemberExpression",
    object,
    property: { type: "Literal", value: name, range },
    computed: true,
    range,
  }));
}

/** The names that a node gives another value, or something more: a property, or an item. */
function namesAssignedBy(node: Node): readonly Assigned[] {
  switch (node.type) {
    case "AssignmentExpression":
      if (node.left.type === "MemberExpression") return changeOf(node.left.object, propertySetBy(node.left, node));
      if (node.left.type !== "Identifier") return namesOf(node.left);
      // Of `+=` and its like, the value is what both make together.
      return [{ name: node.left.name, value: node.operator === "=" ? node.right : node }];
    case "CallExpression":
      return changedBy(node);
    case "UpdateExpression":
      return node.argument.type === "Identifier" ? [{ name: node.argument.name, value: undefined }] : [];
    case "ForInStatement":
    case "ForOfStatement":
      return node.left.type === "VariableDeclaration" ? [] : namesOf(node.left);
    default:
      return [];
  }
}

function namesOf(pattern: Node): readonly Assigned[] {
  const target = new Scope();
  declare(pattern, undefined, target, target);
  return target.names.map((name) => ({ name, value: undefined }));
}

const packageName = "datastar-tsx";

/** The name of ours that an expression refers to. */
export function ourName(node: Node, scope: Scope): string | undefined {
  const imported = importedBy(node, scope);
  return imported?.module === packageName ? imported.name : undefined;
}

/** The module and the name there of what an expression refers to: `post`, or `datastar.post`. */
export function importedBy(node: Node, scope: Scope): Imported | undefined {
  if (node.type === "Identifier") return scope.find(node.name)?.imported;
  if (node.type !== "MemberExpression" || node.object.type !== "Identifier") return undefined;
  const all = scope.find(node.object.name)?.imported;
  const name = memberName(node);
  return all?.name === "*" && name !== undefined ? { module: all.module, name } : undefined;
}
