import { memberOf } from "./arguments.js";
import type { Placed, ProgramNames } from "./scopes.js";
import { memberName, type Node, rangeOf, unwrapped } from "./syntax-tree.js";

/** The types of nodes that {@link DeclaredTypes} reads. */
export const typeDeclarations = ["TSInterfaceDeclaration", "TSTypeAliasDeclaration"] as const;

/** What the types that a program writes out say of its names: parameters, and the props of components. */
export class DeclaredTypes {
  readonly #named = new Map<string, Placed>();

  constructor({ found }: ProgramNames) {
    for (const { node, scope } of found) {
      if (node.type === "TSTypeAliasDeclaration") this.#named.set(node.id.name, { node: node.typeAnnotation, scope });
      if (node.type === "TSInterfaceDeclaration") this.#named.set(node.id.name, { node, scope });
    }
  }

  /** The type of a name, or of a property that is always there; `undefined` where the module does not say. */
  of({ node: given, scope }: Placed): Placed | undefined {
    const node = unwrapped(given);
    if (node.type === "Identifier") {
      const type = scope.find(node.name)?.type;
      return type?.path.reduce<Placed | undefined>((whole, name) => whole && this.#member(whole, name), type);
    }
    const name = node.type === "MemberExpression" ? memberName(node) : undefined;
    if (node.type !== "MemberExpression" || name === undefined) return undefined;
    const whole = this.of({ node: node.object, scope });
    return whole && this.#member(whole, name);
  }

  /** Follows the names of types to what they are declared as in the module. */
  resolved({ node, scope }: Placed, depth = 0): Placed {
    const itself = { node, scope };
    if (depth > deepest) return itself;
    if (node.type === "TSTypeAnnotation") return this.resolved({ node: node.typeAnnotation, scope }, depth + 1);
    if (node.type !== "TSTypeReference" || node.typeName.type !== "Identifier") return itself;
    const { name } = node.typeName;
    const [argument] = node.typeArguments?.type === "TSTypeParameterInstantiation" ? node.typeArguments.params : [];
    if (name === "Readonly" && argument !== undefined) return this.resolved({ node: argument, scope }, depth + 1);
    const declared = this.#named.get(name);
    return declared === undefined ? itself : this.resolved(declared, depth + 1);
  }

  #member(whole: Placed, name: string, depth = 0): Placed | undefined {
    if (depth > deepest) return undefined;
    const { node, scope } = this.resolved(whole);
    if (node.type === "TSIntersectionType") {
      return node.types.map((node) => this.#member({ node, scope }, name, depth + 1)).find((type) => type);
    }
    const members = membersOf(node);
    for (const member of members) {
      if (member.type !== "TSPropertySignature" || member.optional || !member.typeAnnotation) continue;
      const { key } = member;
      const isMeant = key.type === "Identifier" ? key.name === name : key.type === "Literal" && key.value === name;
      if (isMeant) return { node: member.typeAnnotation, scope };
    }
    return undefined;
  }
}

function membersOf(node: Node): readonly Node[] {
  if (node.type === "TSInterfaceDeclaration") return membersOf(node.body);
  return node.type === "TSInterfaceBody" ? node.body : node.type === "TSTypeLiteral" ? node.members : [];
}

/** The expression whose type `typeof` takes. */
export function queried(node: Node): Node {
  if (node.type !== "TSQualifiedName") return node;
  const { left, right } = node;
  const name = right.type === "Identifier" ? right.name : "";
  return memberOf(queried(left), { type: "Literal", value: name, range: rangeOf(right) }, node);
}

// A type can be made of itself.
const deepest = 20;
