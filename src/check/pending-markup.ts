import type { Expression, JSXElement, JSXFragment, Node } from "oxc-parser";
import { unwrapped } from "../compile/syntax-tree.js";
import { answersOf } from "./callbacks.js";
import { isFunction } from "./function-node.js";

/** The constants of a module: what they are initialised with, and where their names reach. */
export class Constants {
  readonly #all = new Map<string, { readonly value: Expression; readonly end: number }[]>();
  readonly #declared: ReadonlyMap<string, number>;

  /** @param declared how often each name is declared in the module, in whatever scope */
  constructor(nodes: readonly Node[], declared: ReadonlyMap<string, number>) {
    this.#declared = declared;
    for (const node of nodes) {
      if (node.type !== "BlockStatement" && node.type !== "Program") continue;
      for (const statement of node.body) {
        const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
        if (declaration?.type !== "VariableDeclaration" || declaration.kind !== "const") continue;
        for (const { id, init } of declaration.declarations)
          if (id.type === "Identifier" && init !== null) this.#add(id.name, init, node.end);
      }
    }
  }

  #add(name: string, value: Expression, end: number): void {
    const known = this.#all.get(name);
    if (known) known.push({ value, end });
    else this.#all.set(name, [{ value, end }]);
  }

  /** What a name stands for; `undefined` for what may be something else as well. */
  valueOf({ name, start }: { readonly name: string; readonly start: number }): Expression | undefined {
    const known = this.#all.get(name) ?? [];
    if (known.length !== this.#declared.get(name)) return undefined;
    return known.findLast(({ value, end }) => value.end <= start && start < end)?.value;
  }
}

/**
 * The markup that a value consists of, where it is written out: itself, in a list, or what each item of a list becomes.
 */
export function markupIn(given: Node, constants: Constants): readonly (JSXElement | JSXFragment)[] {
  const node = unwrapped(given as Expression);
  switch (node.type) {
    case "JSXElement":
    case "JSXFragment":
      return [node];
    case "Identifier": {
      const value = constants.valueOf(node);
      return value ? markupIn(value, constants) : [];
    }
    case "ArrayExpression":
      return node.elements.flatMap((item) => (item ? markupIn(item, constants) : []));
    case "ConditionalExpression":
      return [node.consequent, node.alternate].flatMap((one) => markupIn(one, constants));
    case "LogicalExpression":
      return markupIn(node.right, constants);
    case "CallExpression": {
      const {
        callee,
        arguments: [callback],
      } = node;
      const isMap =
        callee.type === "MemberExpression" && callee.property.type === "Identifier" && callee.property.name === "map";
      return isMap && callback && isFunction(callback) && !callback.async
        ? answersOf(callback).flatMap((answer) => markupIn(answer, constants))
        : [];
    }
    default:
      return [];
  }
}
