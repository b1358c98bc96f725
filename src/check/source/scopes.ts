import type { Expression, Node, TSType, TSTypeParameter } from "oxc-parser";
import { type FunctionNode, isFunction } from "./function-node.js";

/** What declares a name, and where it is known. */
export interface Binding {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What a constant is initialised with. */
  readonly initial?: Expression;
  /** The function that is declared. */
  readonly function?: FunctionNode;
  /** The parameter that the name is, or is a property of. */
  readonly parameter?: Node;
  readonly isOfModule: boolean;
}

/** A type that only a part of the module has a name for. */
export interface LocalType {
  readonly start: number;
  readonly end: number;
  /** What it is, or extends, where one type says so. */
  readonly is: TSType | undefined;
}

/** The names of a module, each where it is known. */
export interface Scopes {
  /** What declares the name that an identifier stands for. */
  bindingOf(identifier: Name): Binding | undefined;
  /** The type that an identifier stands for, if the module as a whole does not know it. */
  localTypeOf(identifier: Name): LocalType | undefined;
}

interface Name {
  readonly name: string;
  readonly start: number;
}

type Scope = Pick<Binding, "start" | "end"> & { readonly isFunction: boolean };

/**
 * Finds what the names of a module stand for.
 *
 * @param nodes all of the module, each before what is in it
 */
export function scopesOf(nodes: readonly Node[]): Scopes {
  const bindings = new Map<string, Binding[]>();
  const localTypes = new Map<string, LocalType[]>();
  const open: Scope[] = [];
  const declare = (pattern: Node | null, scope: Scope | undefined, more: Partial<Binding> = {}): void => {
    for (const name of namesIn(pattern)) {
      const { start = 0, end = Infinity } = scope ?? {};
      const all = bindings.get(name) ?? [];
      all.push({ ...more, name, start, end, isOfModule: scope === undefined });
      bindings.set(name, all);
    }
  };
  const declareType = (name: string, is: TSType | null, { start, end }: Pick<Binding, "start" | "end">): void => {
    localTypes.set(name, [...(localTypes.get(name) ?? []), { start, end, is: is ?? undefined }]);
  };
  for (const node of nodes) {
    while ((open.at(-1)?.end ?? Infinity) <= node.start) open.pop();
    const around = open.at(-1);
    for (const { name, constraint } of typeParametersOf(node)) declareType(name.name, constraint, node);
    const type = around && declaredType(node);
    if (type) declareType(type.id, type.is, around);
    const isDeclaration = node.type === "FunctionDeclaration";
    if (isFunction(node)) {
      const scope = { start: node.start, end: node.end, isFunction: true };
      declare(node.id, isDeclaration ? around : scope, { function: node });
      for (const parameter of node.params) declare(parameter, scope, { parameter });
      open.push(scope);
    } else if (node.type === "VariableDeclaration") {
      const scope = node.kind === "var" ? open.findLast((one) => one.isFunction) : around;
      for (const { id, init } of node.declarations)
        declare(id, scope, node.kind === "const" && id.type === "Identifier" && init ? { initial: init } : {});
    } else if (isNamespace(node)) open.push({ start: node.start, end: node.end, isFunction: true });
    else if (node.type === "ClassDeclaration") declare(node.id, around);
    else if (/^Import(?:Default|Namespace)?Specifier$/.test(node.type) && "local" in node) declare(node.local, around);
    else if (isBlock(node)) {
      const scope = { start: node.start, end: node.end, isFunction: false };
      open.push(scope);
      if (node.type === "CatchClause") declare(node.param, scope);
    }
  }
  return {
    bindingOf: ({ name, start }) => innermost(bindings.get(name), start),
    localTypeOf: ({ name, start }) => innermost(localTypes.get(name), start),
  };
}

/** The innermost of what is known at an offset. */
function innermost<T extends Pick<Binding, "start" | "end">>(all: readonly T[] = [], offset: number): T | undefined {
  return all
    .filter((one) => one.start <= offset && offset < one.end)
    .reduce<T | undefined>((inner, one) => (inner && inner.start > one.start ? inner : one), undefined);
}

function isBlock({ type }: Node): boolean {
  return /^(?:BlockStatement|CatchClause|StaticBlock|(?:For|ForIn|ForOf|Switch)Statement)$/.test(type);
}

/** Whether a node is a namespace, or a module that is declared. */
function isNamespace(node: Node): boolean {
  return node.type === "TSModuleDeclaration" && node.kind !== "global";
}

function typeParametersOf(node: Node): readonly TSTypeParameter[] {
  return isFunction(node) || node.type === "ClassDeclaration" || node.type === "ClassExpression"
    ? (node.typeParameters?.params ?? [])
    : [];
}

/** The name of a type that is declared, and what it is, where it is a name for another. */
function declaredType(node: Node): { readonly id: string; readonly is: TSType | null } | undefined {
  switch (node.type) {
    case "TSTypeAliasDeclaration":
      return { id: node.id.name, is: node.typeParameters ? null : node.typeAnnotation };
    case "TSInterfaceDeclaration":
    case "TSEnumDeclaration":
      return { id: node.id.name, is: null };
    case "ClassDeclaration":
      return node.id ? { id: node.id.name, is: null } : undefined;
    default:
      return undefined;
  }
}

function namesIn(pattern: Node | null): readonly string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((one) => namesIn(one.type === "Property" ? one.value : one));
    case "ArrayPattern":
      return pattern.elements.flatMap(namesIn);
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    case "TSParameterProperty":
      return namesIn(pattern.parameter);
    default:
      return [];
  }
}
