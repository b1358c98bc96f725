import type { Expression, Node } from "oxc-parser";
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

/** The names of a module, each where it is known. */
export interface Scopes {
  /** What declares the name that an identifier stands for. */
  bindingOf(identifier: { readonly name: string; readonly start: number }): Binding | undefined;
}

type Scope = Pick<Binding, "start" | "end"> & { readonly isFunction: boolean };

/**
 * Finds what the names of a module stand for.
 *
 * @param nodes all of the module, each before what is in it
 */
export function scopesOf(nodes: readonly Node[]): Scopes {
  const bindings = new Map<string, Binding[]>();
  const open: Scope[] = [];
  const declare = (pattern: Node | null, scope: Scope | undefined, more: Partial<Binding> = {}): void => {
    for (const name of namesIn(pattern)) {
      const { start = 0, end = Infinity } = scope ?? {};
      const all = bindings.get(name) ?? [];
      all.push({ ...more, name, start, end, isOfModule: scope === undefined });
      bindings.set(name, all);
    }
  };
  for (const node of nodes) {
    while ((open.at(-1)?.end ?? Infinity) <= node.start) open.pop();
    const around = open.at(-1);
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
    } else if (node.type === "ClassDeclaration") declare(node.id, around);
    else if (/^Import(?:Default|Namespace)?Specifier$/.test(node.type) && "local" in node) declare(node.local, around);
    else if (isBlock(node)) {
      const scope = { start: node.start, end: node.end, isFunction: false };
      open.push(scope);
      if (node.type === "CatchClause") declare(node.param, scope);
    }
  }
  return {
    bindingOf: ({ name, start }) =>
      bindings
        .get(name)
        ?.filter((one) => one.start <= start && start < one.end)
        .reduce<Binding | undefined>((inner, one) => (inner && inner.start > one.start ? inner : one), undefined),
  };
}

function isBlock({ type }: Node): boolean {
  return /^(?:BlockStatement|CatchClause|StaticBlock|(?:For|ForIn|ForOf|Switch)Statement)$/.test(type);
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
